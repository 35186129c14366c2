import Casework
import Terminal

/// The values that an account shares with many flagged accounts: what the sentence in its dossier counts.
struct ConnectionsScreen: PageScreen {
    let id: AccountID
    var scroll = PageScroll()
    private var dossier = Loaded<AccountDossier>()

    init(_ id: AccountID) { self.id = id }

    var context: Context { .connections }
    var crumbs: [String] { ["Accounts", id.string, "Flagged neighbours"] }
    var target: Target? { .connections(id) }
    var copyName: String? { id.string }
    var subject: EntityName? { .account(id) }

    func page(width: Int, standing: Standing, glyphs: Glyphs) -> Page {
        dossier.page(width: width) { dossier in
            ConnectionsPage(account: id, connections: dossier.connections, glyphs: glyphs).page(width: width)
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
