import CaseStore
import Casework
import Screens
import Workbench

/// What the case answers to each request of a screen.
struct CaseAnswers {
    private let reader: CaseReader

    init(_ reader: CaseReader) { self.reader = reader }

    func answer(_ request: Request) throws -> Answer {
        switch request {
        case .overview: .overview(try reader.overview())
        case .rows(let request): .rows(try rows(request))
        case .group(let id): .group(try group(id))
        case .dossier(let id): .dossier(try LinkDesk(reader).dossierWithLinks(id))
        case .explanation(let a, let b): .explanation(try LinkDesk(reader).explain(a, b))
        case .artifact(let artifact): .artifact(try reader.artifact(artifact))
        case .network(let name): .network(try network(name))
        case .sample(let row): .sample(try reader.sampleDetail(source: row.source, line: row.line))
        case .template(let id): .template(try reader.template(id))
        }
    }

    private func group(_ id: String) throws -> GroupDetail {
        var detail = try reader.group(id)
        detail.history = try reader.campaignHistory(of: id)
        return detail
    }

    private func network(_ name: String) throws -> NetworkDetail {
        guard let range = AddressRange(name) else { throw StoreError.notFound("net:\(name)") }
        return try reader.network(range)
    }

    private func rows(_ request: RowsRequest) throws -> RowsAnswer {
        let query = ListQuery(
            filter: request.filter,
            sort: request.sort.map { [ListQuery.SortKey($0.field, isDescending: $0.isDescending)] } ?? [],
            offset: request.window.lowerBound, limit: request.window.count)
        let rows: [ListRow]
        let total: Int
        switch request.list {
        case .groups: (rows, total) = (try reader.groups(query).map(ListRow.group), try count(.groups, query))
        case .accounts:
            try ConnectionKinds.check(query.connectionFields, reader)
            (rows, total) = (try reader.accounts(query).map(ListRow.account), try count(.accounts, query))
        case .members(let group): return try MemberWindow(reader, group: group).rows(request)
        case .sources:
            (rows, total) = (try reader.sources(query).map(ListRow.source), try count(.sources, query))
        case .rejects:
            (rows, total) = (try reader.rejects(query).map(ListRow.reject), try count(.rejects, query))
        case .faults:
            (rows, total) = (try reader.faults(query).map(ListRow.reject), try count(.faults, query))
        case .artifacts, .networks, .samples, .templates, .auditLog, .indicators, .violations:
            (rows, total) = try found(request.list, query)
        }
        return RowsAnswer(start: request.window.lowerBound, rows: rows, total: total)
    }

    private func found(_ list: RowList, _ query: ListQuery) throws -> ([ListRow], Int) {
        switch list {
        case .artifacts: (try reader.artifacts(query).map(ListRow.artifact), try count(.artifacts, query))
        case .networks: (try reader.networks(query).map(ListRow.network), try count(.networks, query))
        case .samples: (try reader.samples(query).map(ListRow.sample), try count(.samples, query))
        case .templates: (try reader.templates(query).map(ListRow.template), try count(.templates, query))
        case .indicators: (try reader.indicators(query).map(ListRow.indicator), try count(.indicators, query))
        case .violations: (try reader.violations(query).map(ListRow.violation), try count(.violations, query))
        default: (try reader.log(query).map(ListRow.audit), try count(.log, query))
        }
    }

    private func count(_ list: CaseList, _ query: ListQuery) throws -> Int {
        try reader.count(list, query.filter)
    }
}
