public import Casework

/// Lists. Rows come in the order asked for; `each…` calls `body` row by row and holds none of them.
extension CaseReader {
    public func accounts(_ query: ListQuery) throws -> [AccountRow] {
        try collect { try eachAccount(query, $0) }
    }

    public func eachAccount(_ query: ListQuery, _ body: (AccountRow) throws -> Void) throws {
        try each(.accounts, query) { try body(RowReading.account($0)) }
    }

    /// Accounts with the figures of the fields that the query names by a pattern, in the order of their names.
    ///
    /// The first question about such a field takes a pass over the rollups of its kind; the connection keeps the
    /// counts for the next.
    public func eachCountedAccount(_ query: ListQuery, _ body: (CountedAccountRow) throws -> Void) throws {
        let fields = query.connectionFields
        let first = ListDefinition.accounts.fields.count
        try each(.accounts, query) { row in
            let counts = fields.enumerated().map { ($1.name, row.int(first + $0)) }
            try body(CountedAccountRow(row: RowReading.account(row), counts: counts))
        }
    }

    /// The kinds of values that accounts of the case may have, in order: those logged, and those that every case has.
    public func artifactKinds() throws -> [ArtifactKind] {
        try connection.read { handle in
            let logged = try handle.rows("SELECT DISTINCT kind FROM value") { ArtifactKind($0.text(0)) }
            let always: [ArtifactKind] = [
                .address, .network, .template, .emailDomain, .emailHash, .organisation,
            ]
            return Set(logged + always).sorted()
        }
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
        let query = ListQuery(filter: filter)
        let counting = try definition(list, query).counting(filter, list: list.rawValue)
        return try connection.read { handle in
            try prepare(list, query, handle)
            if list == .accounts, filter == .everything {
                return try handle.number(
                    "SELECT coalesce(sum(accounts), 0) FROM source WHERE state = 'complete'")
            }
            return try handle.number(counting.text, counting.values)
        }
    }

    func each(_ list: CaseList, _ query: ListQuery, _ body: (Statement) throws -> Void) throws {
        let definition = try definition(list, query)
        try connection.read { handle in
            try prepare(list, query, handle)
            for (part, query) in try definition.parts(query, handle) {
                let selection = try part.selection(query, list: list.rawValue)
                try handle.each(selection.text, selection.values, body)
            }
        }
    }

    /// Words are looked for in the index of samples where it covers them all; accounts get the fields that the
    /// query names by a pattern.
    func definition(_ list: CaseList, _ query: ListQuery) throws -> ListDefinition {
        var definition = list.definition
        if list == .accounts {
            definition.fields += query.connectionFields.map(ConnectionCounts.listField)
            if query.filter.fieldNames.contains(HoldingField.name) {
                definition.fields.append(HolderTable.listField)
            }
            if query.filter.fieldNames.contains(TagField.name)
                || query.sort.contains(where: { $0.field == TagField.name })
            {
                definition.fields.append(TaggedAccounts.listField)
            }
        }
        guard list == .samples, query.filter.hasWords else { return definition }
        let search = SampleSearch(caseAt: path)
        if try search.isFresh(self) { definition.search = search }
        return definition
    }

    /// Makes the counts that a list shows, where they are not in the case or out of date.
    func prepare(_ list: CaseList, _ query: ListQuery, _ handle: Handle) throws {
        if list == .artifacts || list == .networks { try HolderCounts.provide(handle) }
        if list == .history { try CampaignEvents.provide(handle) }
        if list == .queue { try ReviewQueue.provide(handle) }
        guard list == .accounts else { return }
        for field in query.connectionFields { try ConnectionCounts.provide(field, handle) }
        for text in Set(query.filter.heldTexts) { try HolderTable.provide(text, handle) }
    }

    func collect<Row>(_ each: ((Row) throws -> Void) throws -> Void) throws -> [Row] {
        var rows: [Row] = []
        try each { rows.append($0) }
        return rows
    }
}
