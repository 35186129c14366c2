import Casework

/// What is looked for in a list while all its rows stay.
struct Finding: Sendable {
    var text = ""
    private(set) var filter: Filter?
    /// Where the search that is under way began, and in which direction.
    private(set) var pending: (token: Token, start: Int, isForward: Bool)?

    /// Takes what was typed; the problem where it cannot be read.
    mutating func look(for text: String, fields: [FieldDescription]) -> FilterProblem? {
        switch FilterReading.read(text, fields: fields) {
        case .success(let filter):
            self.text = text
            self.filter = filter == .everything ? nil : filter
            return nil
        case .failure(let problem): return problem
        }
    }

    mutating func begin(_ token: Token, start: Int, isForward: Bool) { pending = (token, start, isForward) }
    mutating func end() { pending = nil }
}

extension ListModel {
    /// Looks for the nearest hit. Forwards from the cursor, itself included where `isFirst`.
    mutating func find(isForward: Bool, isFirst: Bool, _ tokens: inout TokenSource) -> [Intent] {
        guard let hit = finding.filter else { return [] }
        let start = isForward && !isFirst ? scroll.cursor + 1 : scroll.cursor
        return find(hit, from: start, isForward, &tokens)
    }

    private mutating func find(
        _ hit: Filter, from start: Int, _ isForward: Bool, _ tokens: inout TokenSource
    ) -> [Intent] {
        let before = finding.pending.map { [Intent.abandon($0.token)] } ?? []
        let token = tokens.next()
        finding.begin(token, start: start, isForward: isForward)
        var request = FindRequest(list: list, hit: hit, start: start, isForward: isForward)
        request.filter = query.filter
        request.sort = sort
        return before + [.load(.find(request), token)]
    }

    /// Goes to what was found, once round the list; what there is to say of it. Nil when it is not for this list.
    mutating func receive(
        found place: Int?, for token: Token, _ tokens: inout TokenSource
    ) -> (status: Status?, intents: [Intent])? {
        guard let search = finding.pending, search.token == token else { return nil }
        finding.end()
        if let place {
            let isRound = search.isForward ? place < scroll.cursor : place > scroll.cursor
            scroll.move(to: place)
            return (isRound ? .note("Found, round the \(search.isForward ? "end" : "beginning").") : nil, [])
        }
        let isWhole = search.isForward ? search.start == 0 : search.start >= scroll.total
        guard !isWhole, let hit = finding.filter else {
            return (.problem("Nothing matches '\(finding.text)' in this list."), [])
        }
        let start = search.isForward ? 0 : scroll.total
        return (nil, find(hit, from: start, search.isForward, &tokens))
    }
}
