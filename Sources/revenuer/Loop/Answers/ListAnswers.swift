import CaseStore
import Casework
import Screens
import Workbench

/// Windows of rows, and where in a list a hit stands.
struct ListAnswers {
    let reader: CaseReader
    let sql: SQLAnswers
    let lengths: ListLengths
    let isCancelled: () -> Bool

    init(reader: CaseReader, lengths: ListLengths = ListLengths(), isCancelled: @escaping () -> Bool) {
        self.reader = reader
        self.lengths = lengths
        self.isCancelled = isCancelled
        sql = SQLAnswers(path: reader.path)
    }

    func rows(_ request: RowsRequest) throws -> RowsAnswer {
        switch request.list {
        case .members(let group): return try MemberRows(reader: reader, group: group).answer(request)
        case .frequencies(let list, let field, let filter):
            return try FrequencyRows(reader: reader).rows(of: list, field: field, filter: filter)
                .answer(request)
        case .sql(let text):
            let shown = try sql.shown(text, isCancelled: isCancelled)
            var answer = shown.rows.answer(request)
            answer.columns = shown.names
            answer.isCut = shown.isCut
            return answer
        default: return try stored(request)
        }
    }

    func place(_ request: FindRequest) throws -> Int? {
        switch request.list {
        case .members(let group): return try MemberRows(reader: reader, group: group).all().place(request)
        case .frequencies(let list, let field, let filter):
            return try FrequencyRows(reader: reader).rows(of: list, field: field, filter: filter)
                .place(request)
        case .sql(let text): return try sql.shown(text, isCancelled: isCancelled).rows.place(request)
        default:
            guard let list = request.list.caseList else { return nil }
            let query = ListQuery(filter: request.filter, sort: request.sort.map { [$0.key] } ?? [])
            return try reader.place(
                of: request.hit, in: list, query, from: request.start, isForward: request.isForward)
        }
    }

    /// Rows of a list that the case keeps, one after the other.
    func each(_ list: CaseList, _ query: ListQuery, _ body: (ListRow) throws -> Void) throws {
        switch list {
        case .accounts: try reader.eachAccount(query) { try body(.account($0)) }
        case .artifacts: try reader.eachArtifact(query) { try body(.artifact($0)) }
        case .networks: try reader.eachNetwork(query) { try body(.network($0)) }
        case .samples: try reader.eachSample(query) { try body(.sample($0)) }
        case .rejects: try reader.eachReject(query) { try body(.reject($0)) }
        case .faults: try reader.eachFault(query) { try body(.reject($0)) }
        case .indicators: try reader.eachIndicator(query) { try body(.indicator($0)) }
        case .violations: try reader.eachViolation(query) { try body(.violation($0)) }
        case .log: try reader.eachLogEntry(query) { try body(.audit($0)) }
        case .groups: for row in try reader.groups(query) { try body(.group(row)) }
        case .campaigns: for row in try reader.campaigns(query) { try body(.group(row)) }
        case .sources: for row in try reader.sources(query) { try body(.source(row)) }
        case .templates: for row in try reader.templates(query) { try body(.template(row)) }
        case .notes: for row in try reader.notes(query) { try body(.note(row)) }
        case .queue: try reader.eachReview(query) { try body(.review($0)) }
        case .decisions: try reader.eachDecision(query) { try body(.decision($0)) }
        case .events, .links, .rules, .history: break
        }
    }

    /// Rows of a window, with the length of the list where it is known or quickly found, else an estimate.
    private func stored(_ request: RowsRequest) throws -> RowsAnswer {
        let window = request.window
        var query = ListQuery(
            filter: request.filter, sort: request.sort.map { [$0.key] } ?? [], offset: window.lowerBound,
            limit: window.count)
        guard let total = try knownLength(request) else {
            let rows = try found(request.list, query)
            let end = window.lowerBound + rows.count
            if rows.count < window.count, !rows.isEmpty || window.lowerBound == 0 {
                return RowsAnswer(start: window.lowerBound, rows: rows, total: end)
            }
            return RowsAnswer(start: window.lowerBound, rows: rows, total: end, isEstimate: true)
        }
        // Rows are skipped one by one, so from the nearer end.
        guard window.lowerBound > total / 2 else {
            return RowsAnswer(start: window.lowerBound, rows: try found(request.list, query), total: total)
        }
        let end = min(window.upperBound, total)
        query.isBackwards = true
        query.offset = total - end
        query.limit = max(0, end - window.lowerBound)
        let rows = Array(try found(request.list, query).reversed())
        return RowsAnswer(start: end - rows.count, rows: rows, total: total)
    }

    /// How long the list is; counted, where it is not known.
    func length(_ request: RowsRequest) throws -> Int {
        guard let list = request.list.caseList else { return try rows(request).total }
        let version = try reader.version()
        if list == .accounts {
            try ConnectionKinds.check(ListQuery(filter: request.filter).connectionFields, reader)
        }
        let total = try reader.count(list, request.filter)
        lengths[ListLengths.Key(request), version] = total
        return total
    }

    /// Without a filter the length is read from sums or one index; with one, every row has to be looked at.
    private func knownLength(_ request: RowsRequest) throws -> Int? {
        if let known = lengths[ListLengths.Key(request), try reader.version()] { return known }
        return request.filter == .everything ? try length(request) : nil
    }

    private func found(_ list: RowList, _ query: ListQuery) throws -> [ListRow] {
        guard let list = list.caseList else { return [] }
        if list == .accounts { try ConnectionKinds.check(query.connectionFields, reader) }
        var rows: [ListRow] = []
        try each(list, query) { rows.append($0) }
        return rows
    }
}

extension SortOrder {
    var key: ListQuery.SortKey { ListQuery.SortKey(field, isDescending: isDescending) }
}

extension RowList {
    /// The list of the case that it shows; nil for those that are made of something else.
    var caseList: CaseList? {
        switch self {
        case .groups: .groups
        case .accounts: .accounts
        case .sources: .sources
        case .rejects: .rejects
        case .faults: .faults
        case .artifacts: .artifacts
        case .networks: .networks
        case .samples: .samples
        case .templates: .templates
        case .auditLog: .log
        case .indicators: .indicators
        case .violations: .violations
        case .notes: .notes
        case .review: .queue
        case .decisions: .decisions
        case .members, .frequencies, .sql: nil
        }
    }
}
