import CaseStore
import Casework
import Screens
import Synchronization

/// Answers what screens ask for, beside the loop.
///
/// Lists, details and counts each have a lane: a list that is sorted for seconds holds up no dossier, and the exact
/// length of a filtered list holds up nothing at all.
final class RequestDesk: Sendable {
    private let mailbox: Mailbox
    private let lists: RequestLane
    private let details: RequestLane
    private let counts: RequestLane
    private let lengths = ListLengths()
    private let counting = Mutex<Counting?>(nil)
    private let isExact: Bool

    /// A list that is being counted: for the token of the count, and for whom the length is news.
    private struct Counting {
        var key: ListLengths.Key
        var token: Token
        var newest: Token
    }

    /// - Parameter isExact: true where nobody watches: lists wait for their exact length.
    init(reader: CaseReader, mailbox: Mailbox, isExact: Bool = false) throws {
        self.mailbox = mailbox
        self.isExact = isExact
        let (beside, counting) = (try reader.another(), try reader.another())
        // In MiB. Lists go back and forth over the same pages, counts pass over all of them once.
        try reader.keepPages(mebibytes: 12)
        try beside.keepPages(mebibytes: 6)
        try counting.keepPages(mebibytes: 4)
        lists = RequestLane("lists", reader: reader)
        details = RequestLane("details", reader: beside)
        counts = RequestLane("counts", reader: counting)
    }

    func ask(_ request: Request, _ token: Token) {
        switch request {
        case .rows(let request): askRows(request, token)
        case .overview: ask(request, token, in: lists)
        // A search may pass over all rows: like a count it holds up nothing else.
        case .find: ask(request, token, in: counts)
        default: ask(request, token, in: details)
        }
    }

    func abandon(_ token: Token) {
        for lane in [lists, details, counts] { lane.abandon(token) }
    }

    /// Drops what waits and stops what runs.
    func close() {
        for lane in [lists, details, counts] { lane.close() }
    }

    private func ask(_ request: Request, _ token: Token, in lane: RequestLane) {
        lane.ask(token) { [lengths] in
            try CaseAnswers($0, lengths) { !lane.isWanted(token) }.answer(request)
        } done: { [self] in
            tell($0, token)
        }
    }

    private func askRows(_ request: RowsRequest, _ token: Token) {
        lists.ask(token) { [lengths, lists, isExact] in
            let answers = CaseAnswers($0, lengths) { !lists.isWanted(token) }
            var answer = try answers.rows(request)
            if isExact, answer.isEstimate {
                answer.total = try answers.length(request)
                answer.isEstimate = false
            }
            return answer
        } done: { [self] result in
            tell(result.map(Answer.rows), token)
            if case .success(let answer) = result, answer.isEstimate { count(request, token) }
        }
    }

    private func tell(_ result: Result<Answer, any Error>, _ token: Token) {
        switch result {
        case .success(let answer): mailbox.send(.answered(token, answer))
        case .failure(let error): mailbox.send(.failed(token, "\(error)"))
        }
    }

    /// Counts the rows of a list that were only estimated. A count of another filter is no longer wanted; one of this
    /// filter goes on, for the newer token.
    private func count(_ request: RowsRequest, _ token: Token) {
        let key = ListLengths.Key(request)
        let old = counting.withLock { counting -> Token? in
            if counting?.key == key {
                counting?.newest = token
                return token
            }
            defer { counting = Counting(key: key, token: token, newest: token) }
            return counting?.token
        }
        if old == token { return }
        if let old { counts.abandon(old) }
        counts.ask(token) { [lengths] in
            try CaseAnswers($0, lengths).length(request)
        } done: { [self] result in
            let newest = counting.withLock { counting -> Token? in
                guard counting?.token == token else { return nil }
                defer { counting = nil }
                return counting?.newest
            }
            if let newest, case .success(let total) = result { mailbox.send(.counted(newest, total)) }
        }
    }
}
