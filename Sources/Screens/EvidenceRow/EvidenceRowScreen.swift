import Casework
import Terminal

/// A row of evidence, opened: where it stands and what it says.
struct EvidenceRowScreen: PageScreen {
    let row: RowReference
    /// Accounts one of which the row is about.
    let accounts: [AccountID]
    var scroll = PageScroll()
    private var detail = Loaded<RowDetail>()

    init(_ row: RowReference, of accounts: [AccountID]) {
        self.row = row
        self.accounts = accounts
    }

    var context: Context { .evidenceRow }
    var crumbs: [String] { ["Evidence", row.file, "line \(row.line)"] }
    var target: Target? { .row(row, accounts) }
    var copyName: String? { "row:\(row.source):\(row.line)" }
    var subject: EntityName? { .row(source: SourceNumber(rawValue: row.source), line: row.line) }

    func page(width: Int, standing: Standing, glyphs: Glyphs) -> Page {
        detail.page(width: width) { EvidenceRowPage(detail: $0, glyphs: glyphs).page(width: width) }
    }

    mutating func want(_ tokens: inout TokenSource) -> [Intent] {
        detail.want(.row(row, accounts), &tokens)
    }

    mutating func receive(_ answer: Answer, for token: Token) -> Bool {
        guard case .row(let value) = answer else { return false }
        return detail.receive(value, for: token)
    }

    mutating func fail(_ message: String, for token: Token) -> Bool { detail.fail(message, for: token) }

    mutating func forget() { detail.forget() }
}
