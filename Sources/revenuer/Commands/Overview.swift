import ArgumentParser
import CaseStore
import Casework
import Foundation
import Workbench

/// `revenuer overview CASE`
struct Overview: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Counts, and what stands out.")

    @Argument(help: "The case file.", completion: .file())
    var path: String

    @Flag(help: "Print one JSON value.")
    var json = false

    @OptionGroup var zone: ZoneOption

    func run() throws {
        try zone.using { try OverviewPrinting.print(try CaseReader(opening: path), asJSON: json) }
    }
}

/// The overview for people.
enum OverviewPrinting {
    static func print(_ reader: CaseReader, asJSON: Bool) throws {
        let overview = try reader.overview()
        var out = StandardOutput()
        if asJSON {
            try out.json(overview)
        } else {
            for line in lines(overview) { out.line(line) }
        }
        out.flush()
    }

    static func lines(_ overview: CaseOverview) -> [String] {
        var lines = [heading(overview), counts(overview)]
        if let run = overview.run { lines.append(analysis(run)) }
        if let withheld = overview.run?.withheld { lines.append("WITHHELD  \(withheld)") }
        let campaigns = overview.standsOut.filter { $0.kind == .campaign }
        let others = overview.standsOut.filter { $0.kind != .campaign }
        lines += section("CAMPAIGNS", campaigns.map(campaign))
        lines += section("LOOKS ALIKE, NOT ACCUSED", others.map(lookAlike))
        lines += section("NEEDS YOU", overview.needsAttention)
        return lines
    }

    private static func heading(_ overview: CaseOverview) -> String {
        "\(overview.title)\(overview.synthetic ? "  [SYNTHETIC]" : "")  population: \(overview.population)"
    }

    private static func counts(_ overview: CaseOverview) -> String {
        let period = [overview.period.from, overview.period.to].compactMap { $0?.day }.joined(
            separator: " … ")
        return [
            "\(overview.accounts.grouped) accounts", "\(overview.exchanges.grouped) exchanges",
            "\(overview.samples.grouped) samples", "\(overview.sources.grouped) sources",
            "\(overview.rejects.grouped) rejected rows", "\(overview.faults.grouped) faults", period,
        ].filter { !$0.isEmpty }.joined(separator: "   ")
    }

    private static func analysis(_ run: RunSummary) -> String {
        let state = run.standing + (run.isUpToDate ? "" : "; run `revenuer analyze`")
        return "analysis \(run.id)  seed \(run.seed)  \(run.at.inZone)  \(state)"
    }

    private static func section(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["", title] + lines.map { "  " + $0 }
    }

    private static func campaign(_ row: GroupRow) -> String {
        let actor = row.actor.map { "→ \($0) \(percent(row.attributionProbability))" } ?? "→ unattributed"
        let size =
            "\(row.accounts.grouped) accounts (\(row.coreAccounts.grouped) core), \(row.exchanges.grouped) exchanges"
        return "\(row.id)  \(percent(row.extractionProbability))  \(size)  \(actor)  \(row.name)"
    }

    private static func lookAlike(_ row: GroupRow) -> String {
        "\(row.id)  \(row.accounts.grouped) accounts  \(row.kind.rawValue)  \(row.name)"
    }

    /// `.97`, or `withheld`.
    static func percent(_ probability: Double?) -> String {
        guard let probability else { return "withheld" }
        if probability > 0.995 { return ">.99" }
        if probability < 0.005 { return "<.01" }
        return String(format: ".%02d", Int((probability * 100).rounded()))
    }
}
