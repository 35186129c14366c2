import Casework

/// What is known about the row under the cursor beyond the row itself.
///
/// One request at a time: a cursor that runs through a thousand rows asks for the few it rests on.
struct PreviewState: Sendable {
    enum Detail: Sendable {
        case group(GroupDetail)
        case dossier(AccountDossier)
        case sample(SampleDetail)
        case template(TemplateDetail)
    }

    private(set) var detail: Detail?
    private var detailID: ExactText?
    private var pending: (token: Token, id: ExactText)?
    /// What could not be read is not asked for again until the cursor moves.
    private var failedID: ExactText?

    /// The detail of this row, if it is here.
    func detail(of row: ListRow) -> Detail? { detailID == row.id ? detail : nil }

    mutating func want(_ row: ListRow?, _ tokens: inout TokenSource) -> [Intent] {
        guard pending == nil, let row, row.id != detailID, row.id != failedID, let request = request(for: row)
        else {
            return []
        }
        let token = tokens.next()
        pending = (token, row.id)
        return [.load(request, token)]
    }

    mutating func receive(_ detail: Detail, for token: Token) -> Bool {
        guard let done = pending, done.token == token else { return false }
        pending = nil
        failedID = nil
        detailID = done.id
        self.detail = detail
        return true
    }

    mutating func fail(for token: Token) -> Bool {
        guard let done = pending, done.token == token else { return false }
        pending = nil
        failedID = done.id
        return true
    }

    /// Reads it anew at the next want.
    mutating func forget() {
        detailID = nil
        failedID = nil
    }

    private func request(for row: ListRow) -> Request? {
        switch row {
        case .group(let row): .group(row.id)
        case .account(let row): .dossier(row.accountId)
        case .sample(let row): .sample(row.row)
        case .template(let row): .template(row.id)
        case .member, .source, .reject, .artifact, .network, .audit, .indicator, .violation, .note,
            .frequency, .sql:
            nil
        }
    }
}
