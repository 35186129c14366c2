public import Casework

/// Lists. Rows come in the order asked for; `each…` calls `body` row by row and holds none of them.
extension CaseReader {
    public func accounts(_ query: ListQuery) throws -> [AccountRow] {
        try collect { try eachAccount(query, $0) }
    }

    public func eachAccount(_ query: ListQuery, _ body: (AccountRow) throws -> Void) throws {
        try each(.accounts, query) { try body(RowReading.account($0)) }
    }

    /// Before an analysis, and while evidence is newer than it, holders are counted on the first request.
    public func artifacts(_ query: ListQuery) throws -> [ArtifactRow] {
        try collect { try eachArtifact(query, $0) }
    }

    public func eachArtifact(_ query: ListQuery, _ body: (ArtifactRow) throws -> Void) throws {
        try each(.artifacts, query) { try body(RowReading.artifact($0)) }
    }

    public func networks(_ query: ListQuery) throws -> [NetworkRow] {
        try collect { try eachNetwork(query, $0) }
    }

    public func eachNetwork(_ query: ListQuery, _ body: (NetworkRow) throws -> Void) throws {
        try each(.networks, query) { try body(RowReading.network($0)) }
    }

    public func samples(_ query: ListQuery) throws -> [SampleRow] {
        try collect { try eachSample(query, $0) }
    }

    public func eachSample(_ query: ListQuery, _ body: (SampleRow) throws -> Void) throws {
        try each(.samples, query) { try body(RowReading.sample($0)) }
    }

    /// Campaigns first, then look-alikes, each the largest first.
    public func groups(_ query: ListQuery) throws -> [GroupRow] {
        try collect { body in try each(.groups, query) { try body(RowReading.group($0)) } }
    }

    public func campaigns(_ query: ListQuery) throws -> [GroupRow] {
        try collect { body in try each(.campaigns, query) { try body(RowReading.group($0)) } }
    }

    public func sources(_ query: ListQuery) throws -> [SourceRow] {
        try collect { body in try each(.sources, query) { try body(RowReading.source($0)) } }
    }

    public func rejects(_ query: ListQuery) throws -> [RejectRow] {
        try collect { try eachReject(query, $0) }
    }

    public func eachReject(_ query: ListQuery, _ body: (RejectRow) throws -> Void) throws {
        try each(.rejects, query) { try body(RowReading.reject($0)) }
    }

    public func faults(_ query: ListQuery) throws -> [RejectRow] {
        try collect { try eachFault(query, $0) }
    }

    public func eachFault(_ query: ListQuery, _ body: (RejectRow) throws -> Void) throws {
        try each(.faults, query) { try body(RowReading.reject($0)) }
    }

    public func events(_ query: ListQuery) throws -> [EventRow] {
        try collect { body in try each(.events, query) { try body(RowReading.event($0)) } }
    }

    /// How many rows a list has under a filter.
    public func count(_ list: CaseList, _ filter: Filter = .everything) throws -> Int {
        let counting = try definition(list, filter).counting(filter, list: list.rawValue)
        return try connection.read { handle in
            try prepare(list, handle)
            if list == .accounts, filter == .everything {
                return try handle.number(
                    "SELECT coalesce(sum(accounts), 0) FROM source WHERE state = 'complete'")
            }
            return try handle.number(counting.text, counting.values)
        }
    }

    func each(_ list: CaseList, _ query: ListQuery, _ body: (Statement) throws -> Void) throws {
        let selection = try definition(list, query.filter).selection(query, list: list.rawValue)
        try connection.read { handle in
            try prepare(list, handle)
            try handle.each(selection.text, selection.values, body)
        }
    }

    /// Words are looked for in the index of samples where it covers them all.
    private func definition(_ list: CaseList, _ filter: Filter) throws -> ListDefinition {
        var definition = list.definition
        guard list == .samples, filter.hasWords else { return definition }
        let search = SampleSearch(caseAt: path)
        if try search.isFresh(self) { definition.search = search }
        return definition
    }

    /// Makes the counts that a list shows, where they are not in the case or out of date.
    private func prepare(_ list: CaseList, _ handle: Handle) throws {
        if list == .artifacts || list == .networks { try HolderCounts.provide(handle) }
    }

    func collect<Row>(_ each: ((Row) throws -> Void) throws -> Void) throws -> [Row] {
        var rows: [Row] = []
        try each { rows.append($0) }
        return rows
    }
}
