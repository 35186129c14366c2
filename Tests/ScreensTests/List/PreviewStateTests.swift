import Casework
import Testing

@testable import Screens

@Suite("Preview") struct PreviewStateTests {
    private func row(_ index: Int) -> ListRow { .group(InventedCase.groups[index]) }

    @Test("the first row is shown and asked for at once")
    func first() {
        var (preview, tokens) = (PreviewState(), TokenSource())
        #expect(preview.want(nil, &tokens) == [])
        #expect(preview.want(row(0), &tokens) == [.load(.group("C-01"), Token(number: 1))])
        #expect(preview.row == row(0))
    }

    @Test("a cursor that moves on leaves the preview and asks only to be reminded")
    func moving() {
        var (preview, tokens) = (PreviewState(), TokenSource())
        _ = preview.want(row(0), &tokens)
        #expect(
            preview.want(row(1), &tokens) == [
                .abandon(Token(number: 1)),
                .remind(Token(number: 2), afterMilliseconds: PreviewState.restMilliseconds),
            ])
        #expect(preview.want(row(1), &tokens) == [])
        #expect(
            preview.want(row(2), &tokens) == [
                .remind(Token(number: 3), afterMilliseconds: PreviewState.restMilliseconds)
            ])
        #expect(preview.row == row(0))
    }

    @Test("it follows the cursor that rests, and not a reminder of a row that was left")
    func resting() {
        var (preview, tokens) = (PreviewState(), TokenSource())
        _ = preview.want(row(0), &tokens)
        _ = preview.want(row(1), &tokens)
        _ = preview.want(row(2), &tokens)
        #expect(preview.rest(on: row(2), for: Token(number: 2)) == false)
        #expect(preview.row == row(0))
        #expect(preview.rest(on: row(2), for: Token(number: 3)) == true)
        #expect(preview.row == row(2))
        #expect(preview.want(row(2), &tokens) == [.load(.group("C-03"), Token(number: 4))])
    }

    @Test("back on the row that is shown nothing is waited for")
    func back() {
        var (preview, tokens) = (PreviewState(), TokenSource())
        _ = preview.want(row(0), &tokens)
        _ = preview.want(row(1), &tokens)
        #expect(preview.want(row(0), &tokens) == [.load(.group("C-01"), Token(number: 3))])
        #expect(preview.rest(on: row(0), for: Token(number: 2)) == false)
    }

    @Test("what was read stays with its row")
    func detail() {
        var (preview, tokens) = (PreviewState(), TokenSource())
        _ = preview.want(row(0), &tokens)
        let group = InventedCase.detail(InventedCase.groups[0])
        #expect(preview.receive(.group(group), for: Token(number: 1)) == true)
        #expect(preview.shownDetail != nil)
        _ = preview.want(row(1), &tokens)
        #expect(preview.shownDetail != nil, "still that of the row that is shown")
        #expect(preview.rest(on: row(1), for: Token(number: 2)) == true)
        #expect(preview.shownDetail == nil)
    }

    @Test("a held key paints no preview until it is let go")
    func held() {
        var desk = Desk.open(160, 50, keys: "3")
        let before = desk.grid.map { String($0.dropFirst(100)) }
        for _ in 0..<10 { desk.press(.down) }
        let during = desk.grid.map { String($0.dropFirst(100)) }
        #expect(during == before)
        desk.answerAll()
        #expect(desk.grid.map { String($0.dropFirst(100)) } != before)
    }

    @Test("a list that is left stops asking, and asks again on the way back")
    func left() {
        var desk = Desk.open()
        desk.press(.character("3"))
        #expect(desk.waiting.count == 1)
        desk.press(.character("2"))
        #expect(desk.intents.contains { if case .abandon = $0 { true } else { false } })
        #expect(
            desk.waiting.map(\.request) == [.rows(RowsRequest(list: .groups, window: 0..<RowWindow.reach))])
        desk.answerAll()
        desk.press(.character("3"))
        #expect(desk.asked.last?.list == .accounts)
    }
}
