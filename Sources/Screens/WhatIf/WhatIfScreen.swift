import Casework
import Terminal

/// Who falls out when something is left out of the analysis. Asked once: it takes as long as an analysis.
struct WhatIfScreen: PageScreen {
    /// What is left out, as it was typed.
    let line: String
    var scroll = PageScroll()
    private var result = Loaded<WhatIf>()

    init(_ line: String) { self.line = line }

    var context: Context { .whatIf }
    var crumbs: [String] { ["What if", "without \(line)"] }
    var copyName: String? { nil }

    func page(width: Int, standing: Standing, glyphs: Glyphs) -> Page {
        if let result = result.value {
            return WhatIfPage(result: result, standing: standing, glyphs: glyphs).page(width: width)
        }
        guard let failure = result.failure else {
            return Page(
                [PageLine(" Working it out. Ctrl-C cancels; q goes back, a comes here again.", .muted)],
                width: width)
        }
        let lines = Wrapping.lines("Not worked out: \(failure)", width: width - 2, glyphs: glyphs, limit: 6)
        return Page(lines.map { PageLine(" " + $0, .danger) }, width: width)
    }

    mutating func want(_ tokens: inout TokenSource) -> [Intent] {
        result.want(&tokens) { .startWhatIf(line, $0) }
    }

    mutating func receive(_ answer: Answer, for token: Token) -> Bool {
        guard case .whatIf(let value) = answer else { return false }
        return result.receive(value, for: token)
    }

    mutating func fail(_ message: String, for token: Token) -> Bool { result.fail(message, for: token) }

    /// What was asked of an earlier analysis stays as it was answered; the page says so.
    mutating func forget() {}
}
