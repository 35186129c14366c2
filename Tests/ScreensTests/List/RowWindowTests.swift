import Casework
import Terminal
import Testing

@testable import Screens

@Suite("Windows of rows") struct RowWindowTests {
    private var tokens = TokenSource()
    private var window = RowWindow(.accounts)
    private let all = RowWindow.Query()
    private let some = RowWindow.Query(filter: .contains("x"))

    private func answer(_ range: Range<Int>, total: Int) -> RowsAnswer {
        RowsAnswer(
            start: range.lowerBound, rows: range.map { .account(InventedCase.account($0)) }, total: total)
    }

    private func request(_ intents: [Intent]) -> RowsRequest? {
        guard case .load(.rows(let request), _)? = intents.last else { return nil }
        return request
    }

    @Test("one request at a time: moving about while it is under way asks for nothing") mutating func single()
    {
        let asked = window.want(0..<20, by: all, &tokens)
        #expect(asked.count == 1)
        let meanwhile = window.want(500..<520, by: all, &tokens)
        #expect(meanwhile.isEmpty)
        let isNew = window.receive(answer(0..<120, total: 9_000), for: Token(number: 1))
        #expect(isNew == true)
        let next = request(window.want(500..<520, by: all, &tokens))
        #expect(next?.window == 380..<640)
        #expect(next?.anchor == RowAnchor(index: 119, id: InventedCase.account(119).accountId.text))
    }

    @Test("another filter abandons the request under way, and its late answer is dropped")
    mutating func late() {
        _ = window.want(0..<20, by: all, &tokens)
        let intents = window.want(0..<20, by: some, &tokens)
        #expect(intents.first == .abandon(Token(number: 1)))
        let late = window.receive(answer(0..<120, total: 9_000), for: Token(number: 1))
        #expect(late == nil)
        #expect(window.total == nil)
        let isNew = window.receive(answer(0..<5, total: 5), for: Token(number: 2))
        #expect(isNew == true)
        #expect(window.total == 5)
    }

    @Test("answers out of order: the first one comes after the second and changes nothing")
    mutating func outOfOrder() {
        _ = window.want(0..<20, by: all, &tokens)
        _ = window.want(0..<20, by: some, &tokens)
        _ = window.receive(answer(0..<5, total: 5), for: Token(number: 2))
        let late = window.receive(answer(0..<120, total: 9_000), for: Token(number: 1))
        #expect(late == nil)
        #expect(window.rows.count == 5)
    }

    @Test("near the edge the next rows are read before they are needed") mutating func ahead() {
        _ = window.want(0..<20, by: all, &tokens)
        _ = window.receive(answer(0..<120, total: 9_000), for: Token(number: 1))
        let inside = window.want(80..<100, by: all, &tokens)
        #expect(inside.isEmpty)
        let atEdge = window.want(95..<115, by: all, &tokens)
        #expect(request(atEdge)?.window == 0..<235)
        #expect(window[110] != nil, "what is here stays until the answer comes")
    }

    @Test("an answer shorter than it should be does not make it ask for ever") mutating func short() {
        _ = window.want(0..<20, by: all, &tokens)
        _ = window.receive(RowsAnswer(start: 0, rows: [], total: 9_000), for: Token(number: 1))
        let again = window.want(0..<20, by: all, &tokens)
        #expect(again.count == 1)
        _ = window.receive(RowsAnswer(start: 0, rows: [], total: 9_000), for: Token(number: 2))
        let thirdTime = window.want(0..<20, by: all, &tokens)
        #expect(thirdTime.isEmpty)
    }

    @Test("a failure is kept, not repeated, and forgotten when the case changes") mutating func failure() {
        _ = window.want(0..<20, by: all, &tokens)
        let isTaken = window.fail("disk", for: Token(number: 1))
        #expect(isTaken)
        #expect(window.failure == "disk")
        let repeated = window.want(0..<20, by: all, &tokens)
        #expect(repeated.isEmpty)
        window.forget()
        let afterwards = window.want(0..<20, by: all, &tokens)
        #expect(afterwards.count == 1)
    }

    @Test("an estimate is shown as one until the exact count comes") mutating func estimate() {
        var desk = Desk.open()
        desk.press(.character("3"))
        let token = desk.waiting[0].token
        let rows: [ListRow] = (0..<120).map { .account(InventedCase.account($0)) }
        desk.send(
            .answered(token, .rows(RowsAnswer(start: 0, rows: rows, total: 1_000_000, isEstimate: true))))
        #expect(desk.grid[22].contains("1 of about 1,000,000 accounts"))
        desk.send(.counted(token, 999_871))
        #expect(desk.grid[22].contains("1 of 999,871 accounts"))
    }
}
