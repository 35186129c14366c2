import ArgumentParser
import CaseStore
import Casework
import Foundation
import Workbench

/// `revenuer score CASE --truth F`
struct Score: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compares an analysis with the truth of a synthetic case.",
        discussion:
            "`FOLDER.lookalikes.csv` and `FOLDER.evidence.csv` beside the truth are read too where they exist."
    )

    @Argument(help: "The case file.", completion: .file())
    var path: String

    @Option(help: "The truth: account_id, campaign, actor.", completion: .file())
    var truth: String

    @Option(help: "Innocent groups: account_id, group; default: beside the truth.", completion: .file())
    var lookalikes: String?

    @Option(
        help:
            "What actors could be named by: campaign, evidence (strong, thin, none, forged, reseller); default: beside the truth.",
        completion: .file())
    var evidence: String?

    @Option(
        name: .customLong("calibration-rows"),
        help:
            "Write every probability and likelihood ratio beside what is true, as CSV, for pooling over cases.",
        completion: .file())
    var calibrationRows: String?

    @Flag(help: "Print one JSON value.")
    var json = false

    func run() throws {
        let reader = try CaseReader(opening: path)
        let score = CaseScore(
            members: try reader.campaignMembers(), groups: try groups(reader),
            truth: try TruthRow.read(bytes(truth), file: truth),
            lookalikes: try beside(lookalikes, "lookalikes", LookalikeRow.read),
            evidence: try beside(evidence, "evidence", OperationEvidence.read),
            accounts: try reader.overview().accounts, profiles: try reader.profiles())
        if let calibrationRows { try write(score.calibrationRows(), to: calibrationRows) }
        var out = StandardOutput()
        let report = score.report()
        if json { try out.json(report) } else { ScorePrinting.lines(report).forEach { out.line($0) } }
        out.flush()
    }

    private func groups(_ reader: CaseReader) throws -> [ScoredGroup] {
        try reader.groups(ListQuery()).map { row in
            let members = try reader.members(of: row.id).map {
                ScoredGroup.Member(account: $0.accountId, probability: $0.probability)
            }
            var group = ScoredGroup(
                id: ExactText(row.id), isCampaign: row.kind == .campaign,
                extractionProbability: row.extractionProbability, members: members)
            if group.isCampaign { group.suspicions = suspicions(try reader.group(row.id, members: 0)) }
            return group
        }
    }

    /// A lab counts as behind a campaign also as a customer of the reseller that ran it.
    private func suspicions(_ group: GroupDetail) -> [ScoredGroup.Suspicion] {
        group.attribution.hypotheses.filter { $0.kind == .profile }.map {
            ScoredGroup.Suspicion(profile: ExactText($0.name), prior: $0.behindPrior, posterior: $0.behind)
        }
    }

    /// The file given, or else the one beside the truth, or else no rows.
    private func beside<Row>(
        _ given: String?, _ name: String, _ read: ([UInt8], String) throws -> [Row]
    ) throws -> [Row] {
        let suffix = ".truth.csv"
        let near = truth.hasSuffix(suffix) ? String(truth.dropLast(suffix.count)) + ".\(name).csv" : nil
        guard let file = given ?? near.flatMap({ FileManager.default.fileExists(atPath: $0) ? $0 : nil })
        else { return [] }
        return try read(bytes(file), file)
    }

    private func bytes(_ file: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw CommandFailure(
                message: "\(file) cannot be read; it should be the truth that lies beside a synthetic case")
        }
        return Array(data)
    }

    private func write(_ rows: [CalibrationRow], to file: String) throws {
        do {
            try Data(CalibrationRow.csv(rows)).write(to: URL(fileURLWithPath: file), options: .atomic)
        } catch {
            throw CommandFailure(message: "\(file) cannot be written: \(error.localizedDescription)")
        }
    }
}
