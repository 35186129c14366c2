import Casework
import Terminal

/// Signals in words, with their bits, for and against.
enum SignalLines {
    /// `+11.2  one card paid for 9 accounts`; wrapped lines are indented.
    static func line(_ bits: Double, _ words: String, width: Int, glyphs: Glyphs, limit: Int = 3)
        -> [PageLine]
    {
        let texts = Wrapping.lines(words, width: width - 10, glyphs: glyphs, limit: limit)
        return (texts.isEmpty ? [""] : texts).enumerated().map { index, text in
            var line = PageLine()
            line.number(index == 0 ? signed(bits) : "", 8, bits < 0 ? .innocent : .normal)
            line.gap(2)
            line.text(text, bits < 0 ? .innocent : .normal)
            return line
        }
    }

    /// The likeliest explanation signal by signal, then for each other the strongest on either side.
    static func all(_ explanations: [Explanation], width: Int, glyphs: Glyphs) -> [PageLine] {
        guard let first = explanations.first else { return [] }
        var lines = [heading(first, of: "why"), prior(first)]
        for signal in first.signals {
            lines += line(signal.bits, signal.words, width: width, glyphs: glyphs)
        }
        for other in explanations.dropFirst() where !other.signals.isEmpty {
            lines.append(PageLine())
            lines.append(heading(other, of: "could it be"))
            for signal in strongest(other.signals) {
                lines += line(signal.bits, signal.words, width: width, glyphs: glyphs)
            }
        }
        return lines
    }

    /// `+11.2`, `-3.0`
    static func signed(_ bits: Double, digits: Int = 1) -> String {
        (bits > 0 ? "+" : "") + Figures.bits(bits, digits: digits)
    }

    private static func heading(_ explanation: Explanation, of question: String) -> PageLine {
        var line = PageLine(" \(question): ", .muted)
        line.text(
            explanation.hypothesis.sentence, explanation.hypothesis == .campaign ? .emphasis : .innocent)
        let sum = explanation.probability.map(Figures.probability) ?? "\(Figures.bits(explanation.bits)) bits"
        line.text("  " + sum, .emphasis)
        return line
    }

    private static func prior(_ explanation: Explanation) -> PageLine {
        var line = PageLine()
        line.number(signed(explanation.priorBits), 8, .muted)
        line.gap(2)
        line.text("before any evidence (prior)", .muted)
        return line
    }

    private static func strongest(_ signals: [Explanation.Signal]) -> [Explanation.Signal] {
        let most = signals.filter { $0.bits > 0 }.max { $0.bits < $1.bits }
        let least = signals.filter { $0.bits < 0 }.min { $0.bits < $1.bits }
        return [most, least].compactMap(\.self)
    }
}
