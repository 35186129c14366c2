import Casework
import Terminal

/// A campaign or look-alike, opened.
struct GroupScreen: PageScreen {
    let id: String
    var scroll = PageScroll()
    private var detail = Loaded<GroupDetail>()

    init(_ id: String) { self.id = id }

    var context: Context { .campaign }
    var crumbs: [String] { ["Campaigns", id] }
    var target: Target? { .group(id) }
    var copyName: String? { id }
    var subject: EntityName? {
        detail.value?.row.kind == .campaign ? .campaign(ExactText(id)) : .group(ExactText(id))
    }

    func page(width: Int, standing: Standing, glyphs: Glyphs) -> Page {
        detail.page(width: width) { detail in
            GroupPage(detail: detail, standing: standing, glyphs: glyphs).page(width: width)
        }
    }

    mutating func want(_ tokens: inout TokenSource) -> [Intent] { detail.want(.group(id), &tokens) }

    mutating func receive(_ answer: Answer, for token: Token) -> Bool {
        guard case .group(let value) = answer else { return false }
        return detail.receive(value, for: token)
    }

    mutating func fail(_ message: String, for token: Token) -> Bool { detail.fail(message, for: token) }

    mutating func forget() { detail.forget() }
}
