import Casework

extension Place {
    /// Whose time is shown by a timeline opened here; nil for the whole case's.
    var timelineSubject: TimelineSubject? {
        if case .list(let model) = self, case .members(let group) = model.list, model.marks.isEmpty {
            return .group(group)
        }
        if case .page(let screen) = self, screen is TimelineScreen { return nil }
        return graphNode.flatMap { TimelineSubject($0) }
    }
}

extension TimelineSubject {
    /// Accounts and groups are active; values are not.
    init?(_ node: GraphNode) {
        switch node {
        case .account(let id): self = .account(id)
        case .group(let id): self = .group(id)
        case .artifact, .accounts: return nil
        }
    }
}

extension Workspace {
    /// The timeline of what is selected here, of the row under the cursor where nothing is.
    mutating func openTimelineOfThis() {
        let row: GraphNode? =
            if case .list(let model) = history.current {
                model.current?.subject.flatMap { GraphNode($0) }
            } else { nil }
        guard let subject = history.current.timelineSubject ?? row.flatMap({ TimelineSubject($0) }) else {
            status = .problem(
                "There is no account and no group here to show a timeline of; 8 shows the whole case's.")
            return
        }
        open(.timeline(subject))
    }
}
