import CaseStore
import Casework
import Screens
import Workbench

/// What the case answers to each request of a screen.
struct CaseAnswers {
    private let reader: CaseReader
    private let lists: ListAnswers

    /// - Parameters:
    ///   - lengths: of lists that were counted before.
    ///   - isCancelled: whether nobody waits any more.
    init(
        _ reader: CaseReader, _ lengths: ListLengths = ListLengths(),
        isCancelled: @escaping () -> Bool = { false }
    ) {
        self.reader = reader
        lists = ListAnswers(reader: reader, lengths: lengths, isCancelled: isCancelled)
    }

    func rows(_ request: RowsRequest) throws -> RowsAnswer { try lists.rows(request) }

    /// How long a list is; counted, where it is not known.
    func length(_ request: RowsRequest) throws -> Int { try lists.length(request) }

    func answer(_ request: Request) throws -> Answer {
        switch request {
        case .overview: .overview(try reader.overview())
        case .rows(let request): .rows(try lists.rows(request))
        case .find(let request): .found(try lists.place(request))
        case .group(let id): .group(try group(id))
        case .dossier(let id): .dossier(try LinkDesk(reader).dossierWithLinks(id))
        case .explanation(let a, let b): .explanation(try LinkDesk(reader).explain(a, b))
        case .artifact(let artifact): .artifact(try reader.artifact(artifact))
        case .network(let name): .network(try network(name))
        case .sample(let row): .sample(try reader.sampleDetail(source: row.source, line: row.line))
        case .template(let id): .template(try reader.template(id))
        case .timeline(let subject): .timeline(try TimelineDesk(reader).timeline(of: subject))
        case .neighbours(let request): .neighbours(try NeighbourDesk(reader).neighbours(request))
        case .matrix(let node): .matrix(try MatrixDesk(reader).matrix(of: node))
        case .names(let text): .names(try reader.names(beginning: text))
        case .reviewTally: .reviewTally(try reader.reviewTally())
        case .reviewCard(let campaign, let account):
            .reviewCard(try ReviewDesk(reader).card(account, in: campaign))
        case .path(let a, let b): .path(try PathDesk(reader) { try reader.groupHubs($0) }.path(a, b))
        case .row(let row, let accounts):
            .row(try reader.rowDetail(source: row.source, line: row.line, of: accounts))
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
}
