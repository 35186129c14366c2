import ArgumentParser
import CaseStore
import Casework
import Foundation

/// `revenuer score CASE --truth F`
struct Score: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compares an analysis with the truth of a synthetic case.",
        discussion: "`FOLDER.lookalikes.csv` beside the truth is read too where it exists.")

    @Argument(help: "The case file.", completion: .file())
    var path: String

    @Option(help: "The truth: account_id, campaign, actor.", completion: .file())
    var truth: String

    @Option(help: "Innocent groups: account_id, group; default: beside the truth.", completion: .file())
    var lookalikes: String?

    @Flag(help: "Print one JSON value.")
    var json = false

    func run() throws {
        let reader = try CaseReader(opening: path)
        let score = CaseScore(
            members: try reader.campaignMembers(),
            truth: try TruthRow.read(bytes(truth), file: truth), lookalikes: try innocentGroups(),
            accounts: try reader.overview().accounts, profiles: try reader.profiles())
        var out = StandardOutput()
        let report = score.report()
        if json { try out.json(report) } else { ScorePrinting.lines(report).forEach { out.line($0) } }
        out.flush()
    }

    private func innocentGroups() throws -> [LookalikeRow] {
        let beside = truth.hasSuffix(".truth.csv") ? String(truth.dropLast(10)) + ".lookalikes.csv" : nil
        guard
            let file = lookalikes ?? beside.flatMap({ FileManager.default.fileExists(atPath: $0) ? $0 : nil })
        else {
            return []
        }
        return try LookalikeRow.read(bytes(file), file: file)
    }

    private func bytes(_ file: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw CommandFailure(
                message: "\(file) cannot be read; it should be the truth that lies beside a synthetic case")
        }
        return Array(data)
    }
}

/// A score for people.
enum ScorePrinting {
    static func lines(_ report: ScoreReport) -> [String] {
        [
            "\(report.accounts.grouped) accounts, \(report.fraudulent.grouped) fraudulent in \(report.trueCampaigns) campaigns; "
                + "\(report.accused.grouped) accused in \(report.foundCampaigns)",
            rates("accused", report.accusation), rates("B-cubed", report.bcubed),
            rates("B-cubed, every campaign the same", report.bcubedMacro), rates("pairwise", report.pairwise),
            "innocents accused: \(report.innocents.accused) of \(report.innocents.accounts.grouped) "
                + "(\(figure(report.innocents.per10000)) in 10,000)",
        ] + report.innocents.byKind.map { "  \($0.kind): \($0.accused) of \($0.accounts)" }
            + operations(report)
            + [
                "attribution: \(report.attribution.right) right, \(report.attribution.withheld) withheld, "
                    + "\(report.attribution.wrong) wrong",
                "membership: ECE \(figure(report.calibration.ece)), Brier \(figure(report.calibration.brier))",
            ]
    }

    private static func operations(_ report: ScoreReport) -> [String] {
        var table = TextTable([
            .init(title: "operation"), .init(title: "accounts", isNumber: true),
            .init(title: "accused", isNumber: true),
            .init(title: "pieces", isNumber: true), .init(title: "largest", isNumber: true),
        ])
        for each in report.operations {
            table.add([
                each.campaign, each.accounts.grouped, each.accused.grouped, "\(each.pieces)",
                figure(each.largestPiece),
            ])
        }
        return table.lines()
    }

    private static func rates(_ name: String, _ rates: ScoreReport.Rates) -> String {
        "\(name): precision \(figure(rates.precision)), recall \(figure(rates.recall)), F1 \(figure(rates.f1))"
    }

    static func figure(_ value: Double?) -> String { value.map { String(format: "%.4f", $0) } ?? "-" }
}
