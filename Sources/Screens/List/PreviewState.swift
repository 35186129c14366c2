import Casework

/// What is shown beside a list of the row that the cursor rests on.
///
/// A cursor that moves on paints no preview and asks for none: only when it has rested a moment does the preview
/// follow it. Until then what was there stays; every preview begins with the name of what it is about.
struct PreviewState: Sendable {
    enum Detail: Sendable {
        case group(GroupDetail)
        case dossier(AccountDossier)
        case sample(SampleDetail)
        case template(TemplateDetail)
    }

    /// Shorter than a glance, longer than the time between two strokes of a held key.
    static let restMilliseconds = 80

    /// The row that is shown; nil until rows have come.
    private(set) var row: ListRow?
    private var detail: Detail?
    private var detailID: ExactText?
    private var pending: (token: Token, id: ExactText)?
    /// The row that the cursor is on, while it is not known whether it rests there.
    private var resting: (token: Token, id: ExactText)?
    /// What could not be read is not asked for again until the cursor moves.
    private var failedID: ExactText?

    /// The detail of the row that is shown, if it is here.
    var shownDetail: Detail? { detailID == row?.id ? detail : nil }

    /// What to ask, with the cursor on this row.
    mutating func want(_ current: ListRow?, _ tokens: inout TokenSource) -> [Intent] {
        guard let current else { return [] }
        guard let shown = row, shown.id != current.id else {
            resting = nil
            row = current
            return load(current, &tokens)
        }
        if resting?.id == current.id { return [] }
        let token = tokens.next()
        resting = (token, current.id)
        return abandon() + [.remind(token, afterMilliseconds: PreviewState.restMilliseconds)]
    }

    /// The time that was asked for is over: the row is shown if the cursor is still on it.
    mutating func rest(on current: ListRow?, for token: Token) -> Bool {
        guard let resting, resting.token == token else { return false }
        self.resting = nil
        if let current, current.id == resting.id { row = current }
        return true
    }

    /// Nobody waits for what is under way any more.
    mutating func abandon() -> [Intent] {
        guard let token = pending?.token else { return [] }
        pending = nil
        return [.abandon(token)]
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

    private mutating func load(_ row: ListRow, _ tokens: inout TokenSource) -> [Intent] {
        guard pending == nil, row.id != detailID, row.id != failedID, let request = request(for: row) else {
            return []
        }
        let token = tokens.next()
        pending = (token, row.id)
        return [.load(request, token)]
    }

    private func request(for row: ListRow) -> Request? {
        switch row {
        case .group(let row): .group(row.id)
        case .account(let row): .dossier(row.accountId)
        case .sample(let row): .sample(row.row)
        case .template(let row): .template(row.id)
        case .member, .source, .reject, .artifact, .network, .audit, .indicator, .violation, .note,
            .frequency, .sql, .review, .decision:
            nil
        }
    }
}
