import Casework
import Terminal

/// A screen in the view stack, with all that makes its place: cursor, filter, marks, rows.
enum Place: Sendable {
    case page(any PageScreen)
    case list(ListModel)
    case review(ReviewModel)

    static func screen(_ name: ScreenName) -> Place {
        switch name {
        case .overview: .page(OverviewScreen())
        case .campaigns: .list(ListModel(.groups))
        case .accounts: .list(ListModel(.accounts))
        case .evidence: .list(ListModel(.sources))
        case .artifacts: .list(ListModel(.artifacts))
        case .networks: .list(ListModel(.networks))
        case .samples: .list(ListModel(.samples))
        case .graph: .page(GraphScreen(nil))
        case .timeline: .page(TimelineScreen(.wholeCase))
        case .review: .review(ReviewModel())
        }
    }

    init(_ target: Target) {
        switch target {
        case .group(let id): self = .page(GroupScreen(id))
        case .account(let id): self = .page(AccountScreen(id))
        case .explanation(let a, let b): self = .page(ExplanationScreen(a, b))
        case .members(let group): self = .list(ListModel(.members(group: group)))
        case .list(let list): self = .list(ListModel(list))
        case .filtered(let list, let filter): self = .list(ListModel(list, filter: filter))
        case .artifact(let artifact): self = .page(ArtifactScreen(artifact))
        case .network(let name): self = .page(NetworkScreen(name))
        case .sample(let row): self = .page(SampleScreen(row))
        case .template(let id): self = .page(TemplateScreen(id))
        case .connections(let account): self = .page(ConnectionsScreen(account))
        case .path(let a, let b): self = .page(PathScreen(a, b))
        case .graph(let node): self = .page(GraphScreen(node))
        case .timeline(let whose): self = .page(TimelineScreen(whose))
        case .row(let row, let accounts): self = .page(EvidenceRowScreen(row, of: accounts))
        }
    }

    /// What a tag or comment made here is about.
    var subject: EntityName? {
        switch self {
        case .page(let screen): screen.subject
        case .list(let model): model.current?.subject
        case .review(let model): model.current.map { .account($0.accountId) }
        }
    }

    var context: Context {
        switch self {
        case .page(let screen): screen.context
        case .list(let model): model.list.context
        case .review: .review
        }
    }

    /// The screen that a digit opens; nil for what is opened from one.
    var screenName: ScreenName? {
        switch context {
        case .overview: .overview
        case .campaigns: .campaigns
        case .accounts: .accounts
        case .sources: .evidence
        case .artifacts: .artifacts
        case .networks: .networks
        case .samples: .samples
        case .graph, .matrix: .graph
        // That of a group or an account is opened from it, like a dossier.
        case .timeline: subject == nil ? .timeline : nil
        case .review: .review
        default: nil
        }
    }

    var crumbs: [String] {
        switch self {
        case .page(let screen): screen.crumbs
        case .list(let model): model.list.crumbs
        case .review(let model): ["Review"] + [model.current?.campaign].compactMap { $0 }
        }
    }

    mutating func want(_ tokens: inout TokenSource) -> [Intent] {
        switch self {
        case .page(var screen):
            defer { self = .page(screen) }
            return screen.want(&tokens)
        case .list(var model):
            defer { self = .list(model) }
            return model.want(&tokens)
        case .review(var model):
            defer { self = .review(model) }
            return model.want(&tokens)
        }
    }

    mutating func receive(_ answer: Answer, for token: Token) -> Bool {
        switch self {
        case .page(var screen):
            defer { self = .page(screen) }
            return screen.receive(answer, for: token)
        case .list(var model):
            defer { self = .list(model) }
            return model.receive(answer, for: token)
        case .review(var model):
            defer { self = .review(model) }
            return model.receive(answer, for: token)
        }
    }

    mutating func fail(_ message: String, for token: Token) -> Bool {
        switch self {
        case .page(var screen):
            defer { self = .page(screen) }
            return screen.fail(message, for: token)
        case .list(var model):
            defer { self = .list(model) }
            return model.fail(message, for: token)
        case .review(var model):
            defer { self = .review(model) }
            return model.fail(message, for: token)
        }
    }

    mutating func count(_ total: Int, for token: Token) -> Bool {
        if case .review(var model) = self {
            defer { self = .review(model) }
            return model.count(total, for: token)
        }
        guard case .list(var model) = self else { return false }
        defer { self = .list(model) }
        return model.count(total, for: token)
    }

    mutating func rest(for token: Token) -> Bool {
        guard case .list(var model) = self else { return false }
        defer { self = .list(model) }
        return model.rest(for: token)
    }

    /// What was asked for and need not come any more, now that nobody looks.
    mutating func abandon() -> [Intent] {
        switch self {
        case .page(var screen):
            defer { self = .page(screen) }
            return screen.abandon()
        case .list(var model):
            defer { self = .list(model) }
            return model.abandon()
        case .review(var model):
            defer { self = .review(model) }
            return model.abandon()
        }
    }

    mutating func forget() {
        switch self {
        case .page(var screen):
            screen.forget()
            self = .page(screen)
        case .list(var model):
            model.forget()
            self = .list(model)
        case .review(var model):
            model.forget()
            self = .review(model)
        }
    }
}

extension RowList {
    fileprivate var crumbs: [String] {
        switch self {
        case .groups: ["Campaigns"]
        case .accounts: ["Accounts"]
        case .members(let group): ["Campaigns", group, "Members"]
        case .sources: ["Evidence"]
        case .rejects: ["Evidence", "Rejected rows"]
        case .faults: ["Evidence", "Faulty fields"]
        case .artifacts: ["Artifacts"]
        case .networks: ["Networks"]
        case .samples: ["Samples"]
        case .templates: ["Samples", "Frames"]
        case .auditLog: ["Evidence", "Audit log"]
        case .indicators: ["Evidence", "Partners' indicators"]
        case .violations: ["Evidence", "Violations"]
        case .notes: ["Notes"]
        case .frequencies(let list, let field, _): list.crumbs + ["Frequencies of \(field)"]
        case .sql(let text): ["SQL", text]
        case .review: ["Review"]
        case .decisions: ["Decisions"]
        }
    }
}
