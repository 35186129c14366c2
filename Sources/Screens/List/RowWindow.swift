import Casework

/// The rows a list holds at the moment: a stretch around what is visible, never the whole.
///
/// At most one request is under way. While one is, moving about asks for nothing; when its answer has come,
/// what is visible by then is asked for. Another filter or order abandons it at once.
struct RowWindow: Sendable {
    /// What the rows were asked by.
    struct Query: Hashable, Sendable {
        var filter = Filter.everything
        var sort: SortOrder?
    }

    private struct Pending: Hashable {
        var token: Token
        var query: Query
        var window: Range<Int>
    }

    /// Rows beyond the visible ones on either side; a few screens, so that paging seldom waits.
    static let reach = 120

    let list: RowList
    private(set) var start = 0
    private(set) var rows: [ListRow] = []
    /// Nil until the first answer.
    private(set) var total: Int?
    private(set) var isEstimate = false
    /// Whether `total` counts only the first rows of more.
    private(set) var isCut = false
    /// Why rows could not be read; nil when the last attempt succeeded.
    private(set) var failure: String?
    private var query: Query?
    private var pending: Pending?
    private var lastToken: Token?
    /// Asked and answered: asking again would bring the same.
    private var settled: Range<Int>?
    /// Whether the case has changed since the rows were read.
    private(set) var isStale = false

    init(_ list: RowList) { self.list = list }

    /// The row with this number, if it is here.
    subscript(index: Int) -> ListRow? {
        rows.indices.contains(index - start) ? rows[index - start] : nil
    }

    /// Whether an answer is awaited.
    var isWaiting: Bool { pending != nil }

    /// Whether nothing has come yet, neither rows nor why there are none.
    var isFirst: Bool { total == nil && failure == nil }

    /// What to ask so that the visible rows and a few around them are here.
    mutating func want(_ visible: Range<Int>, by query: Query, _ tokens: inout TokenSource) -> [Intent] {
        var intents: [Intent] = []
        if let waiting = pending {
            guard waiting.query != query else { return [] }
            intents.append(.abandon(waiting.token))
            pending = nil
        }
        let isNew = self.query != query
        guard let window = isNew ? 0..<RowWindow.reach : missing(visible) else { return intents }
        if isNew || isStale { failure = nil }
        isStale = false
        let token = tokens.next()
        pending = Pending(token: token, query: query, window: window)
        return intents + [.load(.rows(request(window, by: query, isNew: isNew)), token)]
    }

    /// Takes an answer; nil when it is not for this window, else whether the rows are of a new query.
    mutating func receive(_ answer: RowsAnswer, for token: Token) -> Bool? {
        guard let done = pending, done.token == token else { return nil }
        let isNew = query != done.query
        pending = nil
        failure = nil
        lastToken = token
        query = done.query
        settled = done.window
        start = max(0, answer.start)
        rows = answer.rows
        total = max(answer.total, 0)
        isEstimate = answer.isEstimate
        isCut = answer.isCut
        return isNew
    }

    /// Takes the exact length of the list that `token` was answered about.
    mutating func count(_ total: Int, for token: Token) -> Bool {
        guard lastToken == token else { return false }
        self.total = max(0, total)
        isEstimate = false
        return true
    }

    /// Nobody waits for what is under way any more.
    mutating func abandon() -> [Intent] {
        guard let token = pending?.token else { return [] }
        pending = nil
        return [.abandon(token)]
    }

    mutating func fail(_ message: String, for token: Token) -> Bool {
        guard let done = pending, done.token == token else { return false }
        query = done.query
        settled = done.window
        pending = nil
        failure = message
        return true
    }

    /// Asks anew at the next want, and shows what is here until then.
    mutating func forget() { isStale = true }

    /// Where the row with this id stands in the list, if it is here.
    func place(of id: ExactText?) -> Int? {
        guard let id, let index = rows.firstIndex(where: { $0.id == id }) else { return nil }
        return start + index
    }

    private func missing(_ visible: Range<Int>) -> Range<Int>? {
        let window = max(0, visible.lowerBound - RowWindow.reach)..<visible.upperBound + RowWindow.reach
        if isStale { return window }
        let limit = total ?? 0
        let low = max(0, min(visible.lowerBound - visible.count / 2, limit))
        let high = max(low, min(visible.upperBound + visible.count / 2, limit))
        guard low < high, low < start || high > start + rows.count else { return nil }
        return settled == window ? nil : window
    }

    private func request(_ window: Range<Int>, by query: Query, isNew: Bool) -> RowsRequest {
        var request = RowsRequest(list: list, window: window)
        request.filter = query.filter
        request.sort = query.sort
        if !isNew { request.anchor = anchor(of: window) }
        return request
    }

    private func anchor(of window: Range<Int>) -> RowAnchor? {
        for index in [window.lowerBound - 1, window.upperBound, start + rows.count - 1, start] {
            guard let row = self[index], index < window.lowerBound || index >= window.upperBound else {
                continue
            }
            return RowAnchor(index: index, id: row.id)
        }
        return nil
    }
}
