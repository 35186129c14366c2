import Casework

extension Place {
    /// What a graph opened here is of: the thing that is shown, or the marked accounts; nil for nothing in particular.
    var graphNode: GraphNode? {
        switch self {
        case .review(let model): return model.current.map { .account($0.accountId) }
        case .page(let screen):
            if screen is GraphScreen { return nil }
            return screen.subject.flatMap { GraphNode($0) }
        case .list(let model):
            guard [.accounts, .members].contains(model.list.context), !model.marks.isEmpty else { return nil }
            let accounts = model.marks.accounts
            return accounts.count == 1 ? .account(accounts[0]) : .accounts(accounts)
        }
    }
}

extension Workspace {
    /// The graph of what is selected here, of the row under the cursor where nothing is.
    mutating func openGraphOfThis() {
        let row: GraphNode? =
            if case .list(let model) = history.current {
                model.current?.subject.flatMap { GraphNode($0) }
            } else { nil }
        guard let node = history.current.graphNode ?? row else {
            status = .problem("There is nothing here to show a graph of.")
            return
        }
        open(.graph(node))
    }

    /// A graph that nobody selected: it begins with the campaign that is most likely one.
    func graphToBeginWith() -> GraphScreen {
        let campaigns = (standing.overview?.standsOut ?? []).filter { $0.kind == .campaign }
        // As far as it is shown: beyond three digits nobody is likelier than another, but larger.
        func shown(_ row: GroupRow) -> Int { Int(((row.extractionProbability ?? 0) * 1000).rounded()) }
        let strongest = campaigns.max { (shown($0), $0.accounts) < (shown($1), $1.accounts) }
        guard let strongest else { return GraphScreen(nil) }
        let why = strongest.extractionProbability == nil ? "the largest campaign" : "the likeliest campaign"
        return GraphScreen(
            .group(strongest.id),
            preface:
                "Nothing was selected: this begins with \(strongest.id), \(why). Press 7 on an account, a value or a group, or on marked accounts, for theirs."
        )
    }
}
