import CaseStore
import Casework
import Screens
import Workbench

/// Windows of rows, and where in a list a hit stands.
struct ListAnswers {
    let reader: CaseReader
    let sql: SQLAnswers
    let isCancelled: () -> Bool

    func rows(_ request: RowsRequest) throws -> RowsAnswer {
        switch request.list {
        case .members(let group): return try MemberRows(reader: reader, group: group).answer(request)
        case .frequencies(let list, let field, let filter):
            return try FrequencyRows(reader: reader).rows(of: list, field: field, filter: filter)
                .answer(request)
        case .sql(let text):
            let (names, rows) = try sql.rows(text, isCancelled: isCancelled)
            var answer = rows.answer(request)
            answer.columns = names
            answer.isEstimate = rows.rows.count == SQLAnswers.mostRows
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
        case .sql(let text): return try sql.rows(text, isCancelled: isCancelled).rows.place(request)
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
        case .events, .links, .rules, .history: break
        }
    }

    private func stored(_ request: RowsRequest) throws -> RowsAnswer {
        guard let list = request.list.caseList else { return RowsAnswer(start: 0, rows: [], total: 0) }
        let query = ListQuery(
            filter: request.filter, sort: request.sort.map { [$0.key] } ?? [],
            offset: request.window.lowerBound, limit: request.window.count)
        if list == .accounts { try ConnectionKinds.check(query.connectionFields, reader) }
        var rows: [ListRow] = []
        try each(list, query) { rows.append($0) }
        return RowsAnswer(
            start: request.window.lowerBound, rows: rows, total: try reader.count(list, query.filter))
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
        case .members, .frequencies, .sql: nil
        }
    }
}
