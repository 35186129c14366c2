import ArgumentParser
import CaseStore
import Casework
import Foundation
import Workbench

/// `revenuer path CASE ACCOUNT [ACCOUNT]`
struct Path: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "The strongest chain of evidence between two accounts; with one account, who is related to it.",
        discussion: """
            With two accounts: the chain hop by hop, with its rows. With one: every account that is reached in --hops \
            hops, the strongest chains first, with everything that the neighbours of each hop share. A chain is as \
            strong as its weakest hop. Values that strangers share carry no hop.
            """)

    @Argument(help: "The case file.", completion: .file())
    var path: String

    @Argument(help: "An account's id.")
    var a: String

    @Argument(help: "Another account's id; without it the accounts related to the first are listed.")
    var b: String?

    @Option(help: "With one account: how many hops to go, 1 to 6.")
    var hops = 2

    @Option(help: "With one account: how many related accounts to list.")
    var limit = 50

    @Flag(help: "Print one JSON value.")
    var json = false

    func run() throws {
        guard (1...RelatedDesk.mostHops).contains(hops) else {
            throw CommandFailure.usage("--hops \(hops): expected 1 to \(RelatedDesk.mostHops).")
        }
        if limit < 0 { throw CommandFailure.usage("--limit \(limit): expected 0 or more.") }
        let reader = try CaseReader(opening: path)
        var out = StandardOutput()
        if let b {
            let desk = PathDesk(reader) { try reader.groupHubs($0) }
            let found = try desk.path(AccountArgument.id(a), AccountArgument.id(b))
            if json { try out.json(found) } else { PathPrinting.lines(found).forEach { out.line($0) } }
        } else {
            let found = try RelatedDesk(reader).related(to: AccountArgument.id(a), hops: hops, limit: limit)
            if json { try out.json(found) } else { RelatedPrinting.lines(found).forEach { out.line($0) } }
        }
        out.flush()
    }
}

/// A chain for people.
enum PathPrinting {
    static func lines(_ path: EvidencePath) -> [String] {
        var lines = ["\(path.a) → \(path.b)" + strength(path), ""]
        if !path.hops.isEmpty { lines += chain(path) + [""] }
        lines += path.strength
        return lines + path.notes.map { "\($0.prefix(1).uppercased())\($0.dropFirst())." }
    }

    private static func chain(_ path: EvidencePath) -> [String] {
        let values = path.hops.map { value($0) }
        let width = values.map(\.count).max() ?? 0
        var lines = ["\(path.a)"]
        for (hop, value) in zip(path.hops, values) {
            let space = String(repeating: " ", count: width - value.count)
            let bits = String(format: "%6.1f bits", hop.bits)
            let held = "\(hop.heldBy.grouped) accounts"
            lines.append("  │ \(value)\(space)  \(bits)   \(held)   \(rows(hop))".trimmedRight)
            lines += Prose.wrapped(hop.words + " " + hop.strength, indent: "  │   ")
            if !hop.innocent.isEmpty {
                lines += Prose.wrapped(
                    "Innocent reasons: " + hop.innocent.joined(separator: "; ") + ".", indent: "  │   ")
            }
            lines.append("\(hop.to)")
        }
        return lines
    }

    private static func strength(_ path: EvidencePath) -> String {
        path.weakestBits.map { String(format: "   weakest hop %.1f bits", $0) } ?? "   no chain of evidence"
    }

    private static func value(_ hop: EvidencePath.Hop) -> String {
        "\(hop.by.kind.rawValue) \(SafeOutput.brief(hop.by.value.string, limit: 40))"
    }

    private static func rows(_ hop: EvidencePath.Hop) -> String {
        let shown = hop.rows(shown: 4).map { "\($0.file):\($0.line)" }.joined(separator: ", ")
        return hop.rows.count > 4 ? shown + " …" : shown
    }
}
