import Casework
import Terminal

/// Why two accounts are linked.
struct ExplanationScreen: PageScreen {
    let a: AccountID
    let b: AccountID
    var scroll = PageScroll()
    private var explanation = Loaded<LinkExplanation>()

    init(_ a: AccountID, _ b: AccountID) {
        self.a = a
        self.b = b
    }

    var context: Context { .explanation }
    var crumbs: [String] { ["Accounts", a.string, b.string] }
    var subject: EntityName? { .link(a, b) }
    var target: Target? { .explanation(a, b) }
    var copyName: String? { "link:\(a.string)~\(b.string)" }

    func page(width: Int, standing: Standing, glyphs: Glyphs) -> Page {
        explanation.page(width: width) { ExplanationPage(explanation: $0, glyphs: glyphs).page(width: width) }
    }

    mutating func want(_ tokens: inout TokenSource) -> [Intent] {
        explanation.want(.explanation(a, b), &tokens)
    }

    mutating func receive(_ answer: Answer, for token: Token) -> Bool {
        guard case .explanation(let value) = answer else { return false }
        return explanation.receive(value, for: token)
    }

    mutating func fail(_ message: String, for token: Token) -> Bool { explanation.fail(message, for: token) }

    mutating func forget() { explanation.forget() }
}
