import Casework
import Foundation

/// A score for people.
enum ScorePrinting {
    static func lines(_ report: ScoreReport) -> [String] {
        [
            "\(report.accounts.grouped) accounts, \(report.fraudulent.grouped) fraudulent in \(report.trueCampaigns) campaigns; "
                + "\(report.accused.grouped) accused in \(report.foundCampaigns)",
            "",
        ] + rates(report) + [""] + innocents(report) + [""] + operations(report) + [""]
            + campaigns(report) + [attribution(report), ""] + calibration(report)
    }

    private static func rates(_ report: ScoreReport) -> [String] {
        var table = TextTable([
            .init(title: ""), .init(title: "precision", isNumber: true),
            .init(title: "recall", isNumber: true),
            .init(title: "F1", isNumber: true),
        ])
        let macro = ScoreReport.Rates(precision: nil, recall: report.recallMacro)
        for (name, rates) in [
            ("accused", report.accusation), ("accused, every operation the same", macro),
            ("B-cubed", report.bcubed), ("B-cubed, every operation the same", report.bcubedMacro),
            ("B-cubed of all groups, accused or not", report.bcubedGroups),
            ("pairwise", report.pairwise), ("pairwise, every operation the same", report.pairwiseMacro),
        ] {
            table.add([name, figure(rates.precision), figure(rates.recall), figure(rates.f1)])
        }
        return table.lines()
    }

    private static func innocents(_ report: ScoreReport) -> [String] {
        let innocents = report.innocents
        return [
            "innocents accused: \(innocents.accused) of \(innocents.accounts.grouped) (\(figure(innocents.per10000)) in 10,000)"
        ] + innocents.byKind.map { "  \(SafeOutput.escaped($0.kind)): \($0.accused) of \($0.accounts)" } + [
            "look-alikes called a campaign: \(report.innocentCampaigns)",
            "operations merged into another's campaign: \(report.operationsMerged)",
        ]
    }

    private static func operations(_ report: ScoreReport) -> [String] {
        var table = TextTable([
            .init(title: "operation"), .init(title: "accounts", isNumber: true),
            .init(title: "accused", isNumber: true), .init(title: "pieces", isNumber: true),
            .init(title: "largest", isNumber: true), .init(title: "B-cubed F1", isNumber: true),
        ])
        for each in report.operations {
            table.add([
                each.campaign, each.accounts.grouped, each.accused.grouped, "\(each.pieces)",
                figure(each.largestPiece), figure(each.f1),
            ])
        }
        return table.lines()
    }

    private static func campaigns(_ report: ScoreReport) -> [String] {
        var table = TextTable([
            .init(title: "campaign"), .init(title: "accounts", isNumber: true),
            .init(title: "innocents", isNumber: true), .init(title: "purity", isNumber: true),
            .init(title: "mostly"), .init(title: "named"), .init(title: "attribution"),
        ])
        for each in report.campaigns {
            table.add([
                each.campaign, each.accounts.grouped, each.innocents.grouped, figure(each.purity),
                each.lookalike ?? each.mostly ?? "-", each.actor ?? "-",
                (each.attribution?.rawValue ?? "-").replacing("_", with: " "),
            ])
        }
        return table.lines()
    }

    private static func attribution(_ report: ScoreReport) -> String {
        let counts = report.attribution
        return
            "attribution: \(counts.right) right, \(counts.wrong) wrong, \(counts.rightlyWithheld) rightly withheld, "
            + "\(counts.withheldThin) withheld without strong evidence, \(counts.withheld) withheld all the same"
    }

    private static func calibration(_ report: ScoreReport) -> [String] {
        let ratios = report.likelihoodRatios
        return reliability("belongs to the campaign's operation", report.calibration)
            + reliability("is fraudulent, accounts in any group", report.accusationCalibration) + [
                "likelihood ratios of attribution: Cllr \(figure(ratios.cllr)), of it discrimination \(figure(ratios.leastCllr)); "
                    + "\(ratios.targets) target and \(ratios.nonTargets) non-target trials"
            ]
    }

    private static func reliability(_ name: String, _ calibration: ScoreReport.Calibration) -> [String] {
        var table = TextTable([
            .init(title: "  from"), .init(title: "to"), .init(title: "accounts", isNumber: true),
            .init(title: "stated", isNumber: true), .init(title: "came true", isNumber: true),
        ])
        for bin in calibration.bins {
            table.add([
                "  " + figure(bin.lowest), figure(bin.highest), bin.accounts.grouped, figure(bin.stated),
                figure(bin.observed),
            ])
        }
        return [
            "\(name): ECE \(figure(calibration.ece)), Brier \(figure(calibration.brier)), \(calibration.accounts.grouped) accounts"
        ] + (calibration.bins.isEmpty ? [] : table.lines())
    }

    static func figure(_ value: Double?) -> String { value.map { String(format: "%.4f", $0) } ?? "-" }
}
