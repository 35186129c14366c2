import Casework
import Terminal

/// The first screen. What it shows is read by the workspace, which needs it on every screen.
struct OverviewScreen: PageScreen {
    var scroll = PageScroll()
    let context = Context.overview
    let crumbs = ["Overview"]
    let copyName: String? = nil

    func page(width: Int, standing: Standing, glyphs: Glyphs) -> Page {
        guard let overview = standing.overview else { return Page.reading(width: width) }
        return OverviewPage(overview: overview, glyphs: glyphs).page(width: width)
    }
}
