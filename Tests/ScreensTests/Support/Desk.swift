import Casework
import Terminal
import TestSupport

@testable import Screens

/// Somebody at the workbench: types keys, lets answers come when the test says so, looks at the screen.
struct Desk {
    var workspace: Workspace
    /// Loads that nobody has answered yet, oldest first.
    private(set) var waiting: [(request: Request, token: Token)] = []
    /// What the workspace wants to be reminded of: a cursor that rests.
    private(set) var reminder: Token?
    /// Everything else that was asked of the loop.
    private(set) var intents: [Intent] = []
    /// Every window of rows that was asked for.
    private(set) var asked: [RowsRequest] = []
    var accounts = 40
    var rows: [RowList: [ListRow]] = [:]
    var overview = InventedCase.overview
    /// What stands around a node of the graph.
    var neighbours = InventedGraph.neighbours
    /// Activity over time of anything.
    var timelines: @Sendable (TimelineSubject) -> Timeline = { InventedTimeline.timeline(of: $0) }
    /// The chain of evidence between any two accounts.
    var paths = InventedCase.path
    var queue = InventedReview.queue
    var tally = InventedReview.tally

    init(
        _ columns: Int = 80, _ rows: Int = 24, title: String = "Quickstart case", isSynthetic: Bool = true,
        glyphs: Glyphs = .unicode, isReadOnly: Bool = false
    ) {
        workspace = Workspace(
            title: title, isSynthetic: isSynthetic, size: Size(columns: columns, rows: rows), glyphs: glyphs,
            isReadOnly: isReadOnly)
    }

    /// Opened, with everything answered.
    static func open(_ columns: Int = 80, _ rows: Int = 24, keys: String = "", glyphs: Glyphs = .unicode)
        -> Desk
    {
        var desk = Desk(columns, rows, glyphs: glyphs)
        desk.start()
        desk.answerAll()
        desk.type(keys)
        return desk
    }

    /// A case of suspects only: accusations and probabilities are withheld.
    static func withheld(_ columns: Int = 80, _ rows: Int = 24) -> Desk {
        var desk = Desk(columns, rows)
        desk.overview.run?.withheld =
            "the case holds suspects only, so there is no background to compare with"
        desk.overview.standsOut = desk.overview.standsOut.map { row in
            var row = row
            row.extractionProbability = nil
            return row
        }
        desk.start()
        desk.answerAll()
        return desk
    }

    mutating func start() { take(workspace.start()) }

    mutating func send(_ message: Message) { take(workspace.update(message)) }

    mutating func press(_ keys: Key...) {
        for key in keys { send(.key(key)) }
    }

    /// Presses characters one after the other, answering everything after each.
    mutating func type(_ text: String) {
        for character in text {
            press(.character(character))
            answerAll()
        }
    }

    /// Opens the row under the cursor and lets the answers come.
    mutating func enter() {
        press(.enter)
        answerAll()
    }

    mutating func resize(_ columns: Int, _ rows: Int) {
        send(.resized(Size(columns: columns, rows: rows)))
    }

    /// Answers the oldest load; more may follow from it.
    mutating func answerNext() {
        guard !waiting.isEmpty else { return }
        answer(waiting.removeFirst())
    }

    /// Answers the newest load first.
    mutating func answerLast() {
        guard let last = waiting.popLast() else { return }
        answer(last)
    }

    mutating func failNext(_ message: String) {
        guard !waiting.isEmpty else { return }
        send(.failed(waiting.removeFirst().token, message))
    }

    mutating func answerAll() {
        repeat {
            while !waiting.isEmpty { answerNext() }
            rest()
        } while !waiting.isEmpty
    }

    /// Lets the cursor rest where it is.
    mutating func rest() {
        guard let token = reminder else { return }
        reminder = nil
        send(.due(token))
    }

    var grid: [String] { workspace.view().buffer.rows }

    var screen: String { grid.joined(separator: "\n") }

    /// Whether the screen looks as it was kept in Snapshots beside this file.
    func matches(_ name: String) throws { try Snapshot.check(screen, name) }

    /// The text of lines as they are drawn in a large buffer.
    static func text(_ lines: [PageLine]) -> String {
        var page = Page(width: 99)
        page.add(lines)
        return text(page)
    }

    static func text(_ page: Page) -> String {
        var buffer = Buffer(size: Size(columns: page.width, rows: page.rows.count))
        page.draw(on: &buffer, in: buffer.bounds)
        return buffer.rows.joined(separator: "\n")
    }

    mutating func take(_ new: [Intent]) {
        for intent in new {
            if case .load(let request, let token) = intent {
                waiting.append((request, token))
                if case .rows(let rows) = request { asked.append(rows) }
            } else if case .remind(let token, _) = intent {
                reminder = token
            } else if case .abandon(let token) = intent {
                waiting.removeAll { $0.token == token }
                intents.append(intent)
            } else {
                intents.append(intent)
            }
        }
    }

    private mutating func answer(_ load: (request: Request, token: Token)) {
        send(.answered(load.token, answer(to: load.request)))
    }

    private func answer(to request: Request) -> Answer {
        switch request {
        case .overview: .overview(overview)
        case .rows(let request): .rows(answer(to: request))
        case .group(let id):
            .group(InventedCase.detail(InventedCase.groups.first { $0.id == id } ?? InventedCase.groups[0]))
        case .dossier(let id):
            .dossier(
                InventedCase.dossier(knownAccounts.first { $0.accountId == id } ?? InventedCase.account(1)))
        case .explanation(let a, let b): .explanation(InventedCase.explanation(a, b))
        case .artifact(let artifact): .artifact(InventedTexts.artifact(artifact))
        case .network(let name): .network(InventedTexts.network(name))
        case .sample(let row): .sample(InventedTexts.sample(row))
        case .template: .template(InventedTexts.template)
        case .find(let request): .found(answer(to: request))
        case .path(let a, let b): .path(paths(a, b))
        case .neighbours(let request): .neighbours(neighbours(request))
        case .matrix(let node): .matrix(InventedGraph.matrix(of: node))
        case .timeline(let subject): .timeline(timelines(subject))
        case .row(let row, let accounts): .row(InventedCase.row(row, accounts))
        case .names(let text): .names(names(beginning: text))
        case .reviewTally: .reviewTally(tally)
        case .reviewCard(_, let account): .reviewCard(InventedReview.card(account, in: queue))
        }
    }

    private func names(beginning text: String) -> [NameMatch] {
        let groups = InventedCase.groups.filter { $0.id.hasPrefix(text) || $0.name.contains(text) }
        let accounts = knownAccounts.filter { $0.accountId.string.hasPrefix(text) }.prefix(5)
        return groups.map { NameMatch(.group(ExactText($0.id)), words: $0.name) }
            + accounts.map { NameMatch(.account($0.accountId)) }
    }

    private var knownAccounts: [AccountRow] { (0..<min(accounts, 200)).map(InventedCase.account) }

    /// Every tenth row is a hit.
    private func answer(to request: FindRequest) -> Int? {
        var rows = RowsRequest(list: request.list, window: 0..<1)
        rows.filter = request.filter
        let hits = stride(from: 0, to: total(rows), by: 10)
        return request.isForward
            ? hits.first { $0 >= request.start } : hits.reversed().first { $0 < request.start }
    }

    private func answer(to request: RowsRequest) -> RowsAnswer {
        let total = total(request)
        let window = request.window.clamped(to: 0..<total)
        let rows = window.map { index in row(index, request.list) }
        var answer = RowsAnswer(start: window.lowerBound, rows: rows, total: total)
        if case .sql = request.list { answer.columns = ["status", "count(*)"] }
        return answer
    }

    private func total(_ request: RowsRequest) -> Int {
        if let rows = rows[request.list] { return rows.count }
        // A filtered list is half as long: enough to tell that the filter arrived.
        let share = request.filter == .everything ? 1 : 2
        return switch request.list {
        case .accounts: accounts / share
        case .groups: InventedCase.groups.count
        case .members: 14
        case .sources: InventedCase.sources.count
        case .rejects: InventedCase.rejects.count
        case .artifacts: InventedTexts.artifacts.count
        case .networks: InventedTexts.networks.count
        case .samples: InventedTexts.samples.count
        case .templates: 1
        case .auditLog: InventedTexts.log.count
        case .indicators: 1
        case .violations: 1
        case .faults: 0
        case .notes: InventedLists.notes.count
        case .frequencies: InventedLists.frequencies.count
        case .sql: 2
        case .review: queue.count
        case .decisions: InventedLists.decisions.count
        }
    }

    private func row(_ index: Int, _ list: RowList) -> ListRow {
        if let rows = rows[list] { return rows[index] }
        return switch list {
        case .accounts: .account(InventedCase.account(index))
        case .groups: .group(InventedCase.groups[index])
        case .members: .member(InventedCase.member(index))
        case .sources: .source(InventedCase.sources[index])
        case .rejects, .faults: .reject(InventedCase.rejects[index])
        case .artifacts: .artifact(InventedTexts.artifacts[index])
        case .networks: .network(InventedTexts.networks[index])
        case .samples: .sample(InventedTexts.samples[index])
        case .templates: .template(InventedTexts.template.row)
        case .auditLog: .audit(InventedTexts.log[index])
        case .indicators: .indicator(InventedTexts.indicator)
        case .violations: .violation(InventedTexts.violation)
        case .notes: .note(InventedLists.notes[index])
        case .frequencies: .frequency(InventedLists.frequencies[index])
        case .sql: .sql(SQLRow(number: index, values: index == 0 ? ["active", "380"] : [nil, "2"]))
        case .review: .review(queue[index])
        case .decisions: .decision(InventedLists.decisions[index])
        }
    }
}
