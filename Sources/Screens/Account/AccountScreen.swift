import Casework
import Terminal

/// An account, opened.
struct AccountScreen: PageScreen {
    let id: AccountID
    var scroll = PageScroll()
    private var dossier = Loaded<AccountDossier>()

    init(_ id: AccountID) { self.id = id }

    var context: Context { .account }
    var crumbs: [String] { ["Accounts", id.string] }
    var target: Target? { .account(id) }
    var copyName: String? { id.string }
    var subject: EntityName? { .account(id) }

    func page(width: Int, standing: Standing, glyphs: Glyphs) -> Page {
        dossier.page(width: width) { dossier in
            DossierPage(dossier: dossier, standing: standing, glyphs: glyphs).page(width: width)
        }
    }

    mutating func want(_ tokens: inout TokenSource) -> [Intent] { dossier.want(.dossier(id), &tokens) }

    mutating func receive(_ answer: Answer, for token: Token) -> Bool {
        guard case .dossier(let value) = answer else { return false }
        return dossier.receive(value, for: token)
    }

    mutating func fail(_ message: String, for token: Token) -> Bool { dossier.fail(message, for: token) }

    mutating func forget() { dossier.forget() }
}
