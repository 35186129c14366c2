import Casework
import Terminal

/// Patterns of a group that were set against a null: what was found, what chance gives, what else it could be.
enum TestedSignals {
    static func lines(_ signals: [SignalFinding], width: Int, glyphs: Glyphs) -> [PageLine] {
        guard !signals.isEmpty else { return [] }
        return [PageLine.heading("Patterns set against chance")]
            + signals.flatMap { lines($0, width: width, glyphs: glyphs) }
    }

    private static func lines(_ signal: SignalFinding, width: Int, glyphs: Glyphs) -> [PageLine] {
        var head = PageLine(" ")
        head.field(signal.kind.words, 24, .emphasis)
        head.number(Figures.figure(signal.value), 9)
        if let expected = signal.expected { head.text("  by chance \(Figures.figure(expected))", .muted) }
        if let q = signal.qValue ?? signal.pValue {
            let name = signal.qValue == nil ? "p" : "q"
            head.text("  \(name) \(q < 0.001 ? "< .001" : Figures.probability(q))", .muted)
        }
        head.text("  \(Figures.counted(signal.accountsTotal, "account"))", .muted)
        let words = Wrapping.lines(signal.words, width: width - 4, glyphs: glyphs, limit: 3).map {
            PageLine("   " + $0)
        }
        let innocent = signal.innocent.map {
            Wrapping.lines("could be: " + $0, width: width - 4, glyphs: glyphs, limit: 2).map {
                PageLine("   " + $0, .innocent)
            }
        }
        return [head] + words + (innocent ?? [])
    }
}

extension SignalFinding.Kind {
    /// The pattern in words.
    var words: String {
        switch self {
        case .synchrony: "synchrony"
        case .loadBalancing: "load balancing"
        case .signUpBurst: "sign-up burst"
        case .replacement: "replacement after bans"
        case .regionViolation: "region violations"
        case .releasePivot: "pivot after a release"
        }
    }
}
