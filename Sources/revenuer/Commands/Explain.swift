import ArgumentParser
import CaseStore
import Casework
import Foundation
import Workbench

/// `revenuer explain CASE ACCOUNT ACCOUNT`
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Why two accounts are linked: each item with its weight in bits and its rows, and the sum.",
        discussion: """
            In sentences: what they share, how strong that is (a likelihood ratio with its words on the ENFSI scale), \
            innocent reasons for each item, what speaks against, and what could not be compared. Prior and items sum to \
            the bits printed.
            """)

    @Argument(help: "The case file.", completion: .file())
    var path: String

    @Argument(help: "An account's id.")
    var a: String

    @Argument(help: "Another account's id.")
    var b: String

    @Flag(help: "Print one JSON value.")
    var json = false

    func run() throws {
        let reader = try CaseReader(opening: path)
        let explanation = try LinkDesk(reader).explain(AccountArgument.id(a), AccountArgument.id(b))
        var out = StandardOutput()
        if json {
            try out.json(explanation)
        } else {
            ExplanationPrinting.lines(explanation).forEach { out.line($0) }
        }
        out.flush()
    }
}

/// An explanation for people.
enum ExplanationPrinting {
    static func lines(_ explanation: LinkExplanation) -> [String] {
        var lines = ["\(explanation.a) and \(explanation.b)", ""]
        lines += explanation.strength.flatMap { Prose.wrapped($0) }
        lines += ["", item("prior: two accounts at random", explanation.priorBits)]
        for each in explanation.evidence { lines += item(each) }
        lines.append(
            item("sum, probability \(OverviewPrinting.percent(explanation.probability))", explanation.bits))
        if explanation.evidence.isEmpty { lines.append("They share no value that could link them.") }
        lines += Prose.list("What else it could be", explanation.innocentExplanations)
        lines += Prose.list("What speaks against it", explanation.against)
        lines += Prose.list("What could not be compared", explanation.missing)
        lines += Prose.list("Also to know", explanation.notes)
        return lines + DecisionPrinting.list(explanation.decisions)
    }

    private static func item(_ each: LinkExplanation.Item) -> [String] {
        let innocent = "Innocent reasons: \(each.innocent.joined(separator: "; "))."
        var lines = [item("\(each.family.rawValue)  \(each.kind.rawValue) \(each.value)", each.bits)]
        for text in [each.words, each.strength, each.innocent.isEmpty ? "" : innocent] where !text.isEmpty {
            lines += Prose.wrapped(text, indent: margin)
        }
        lines += Prose.wrapped("\(each.context) (raw \(bits(each.rawBits).trimmedLeft))", indent: margin)
        return lines + rows(each)
    }

    private static let margin = String(repeating: " ", count: 10)

    private static func item(_ text: String, _ value: Double) -> String { bits(value) + "  " + text }

    /// Eight columns, signed: `   +11.2`.
    private static func bits(_ value: Double) -> String { String(format: "%+8.2f", value) }

    private static func rows(_ item: LinkExplanation.Item) -> [String] {
        let shown = item.rows.prefix(6).map { "\($0.file):\($0.line)" }.joined(separator: "  ")
        let more = item.rowsTotal > 6 ? "  … \(item.rowsTotal.grouped) rows" : ""
        return shown.isEmpty ? [] : ["\(margin)\(shown)\(more)"]
    }
}

extension String {
    fileprivate var trimmedLeft: String { String(drop { $0 == " " }) }
}
