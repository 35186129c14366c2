import Casework
import Terminal

/// An artifact, opened: what it is, what the analysis made of it, who holds it.
struct ArtifactScreen: PageScreen {
    let artifact: Artifact
    var scroll = PageScroll()
    private var detail = Loaded<ArtifactDetail>()

    init(_ artifact: Artifact) { self.artifact = artifact }

    var context: Context { .artifact }
    var crumbs: [String] { ["Artifacts", artifact.kind.rawValue, artifact.value.string] }
    var target: Target? { .artifact(artifact) }
    var copyName: String? { artifact.value.string }
    var subject: EntityName? { .artifact(artifact) }

    func page(width: Int, standing: Standing, glyphs: Glyphs) -> Page {
        detail.page(width: width) { detail in
            var page = Page(width: width)
            page.add(ArtifactLines.facts(detail.row, width: width, glyphs: glyphs))
            page.space()
            page.add(HolderLines.lines(detail.holders, total: detail.row.accounts, width: width))
            return page
        }
    }

    mutating func want(_ tokens: inout TokenSource) -> [Intent] { detail.want(.artifact(artifact), &tokens) }

    mutating func receive(_ answer: Answer, for token: Token) -> Bool {
        guard case .artifact(let value) = answer else { return false }
        return detail.receive(value, for: token)
    }

    mutating func fail(_ message: String, for token: Token) -> Bool { detail.fail(message, for: token) }

    mutating func forget() { detail.forget() }
}
