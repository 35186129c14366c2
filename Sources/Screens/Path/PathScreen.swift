import Casework
import Terminal

/// The strongest chain of evidence between two accounts.
struct PathScreen: PageScreen {
    let a: AccountID
    let b: AccountID
    var scroll = PageScroll()
    private var path = Loaded<EvidencePath>()

    init(_ a: AccountID, _ b: AccountID) {
        self.a = a
        self.b = b
    }

    var context: Context { .path }
    var crumbs: [String] { ["Accounts", a.string, "Path", b.string] }
    var subject: EntityName? { .link(a, b) }
    var target: Target? { .path(a, b) }
    var copyName: String? { "link:\(a.string)~\(b.string)" }

    func page(width: Int, standing: Standing, glyphs: Glyphs) -> Page {
        path.page(width: width) { PathPage(path: $0, glyphs: glyphs).page(width: width) }
    }

    mutating func want(_ tokens: inout TokenSource) -> [Intent] { path.want(.path(a, b), &tokens) }

    mutating func receive(_ answer: Answer, for token: Token) -> Bool {
        guard case .path(let value) = answer else { return false }
        return path.receive(value, for: token)
    }

    mutating func fail(_ message: String, for token: Token) -> Bool { path.fail(message, for: token) }

    mutating func forget() { path.forget() }

    /// A search over a large case takes seconds, and everything else would wait for it.
    mutating func abandon() -> [Intent] { path.abandon() }
}
