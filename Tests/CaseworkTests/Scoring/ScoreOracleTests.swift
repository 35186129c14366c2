import Casework
import Foundation
import TestSupport
import Testing

@Suite struct ScoreOracleTests {
    private struct Figures: Decodable {
        struct Rates: Decodable { var precision, recall, f1: Double }
        struct Reliability: Decodable { var ece, brier: Double }
        var bcubed, bcubedMacro, pairwise, pairwiseMacro: Rates
        var recallMacro, cllr, leastCllr: Double
        var membership, accusation: Reliability
    }

    @Test(
        "Figures agree with scikit-learn and with figures straight from their definitions",
        .enabled(if: OraclePython.path() != nil, Comment(rawValue: OraclePython.missing)),
        arguments: UInt64(1)...3)
    func agreement(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let world = ScoreWorld(&random)
        let folder = try TemporaryFolder()
        let run = try OraclePython.run(
            "score_oracle.py",
            [
                try folder.write(world.membersCSV, to: "members.csv"),
                try folder.write(world.truthCSV, to: "truth.csv"),
                try folder.write(
                    String(decoding: CalibrationRow.csv(world.score.calibrationRows()), as: UTF8.self),
                    to: "rows.csv"),
            ])
        try #require(run.status == 0, "\(run.errorText)")
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let oracle = try decoder.decode(Figures.self, from: Data(run.output))
        let ours = world.score.report()
        #expect(agrees(ours.bcubed, oracle.bcubed), "seed \(seed)")
        #expect(agrees(ours.bcubedMacro, oracle.bcubedMacro), "seed \(seed)")
        #expect(agrees(ours.pairwise, oracle.pairwise), "seed \(seed)")
        #expect(agrees(ours.pairwiseMacro, oracle.pairwiseMacro), "seed \(seed)")
        #expect(close(ours.recallMacro, oracle.recallMacro), "seed \(seed)")
        #expect(agrees(ours.calibration, oracle.membership), "seed \(seed)")
        #expect(agrees(ours.accusationCalibration, oracle.accusation), "seed \(seed)")
        #expect(close(ours.likelihoodRatios.cllr, oracle.cllr), "seed \(seed)")
        #expect(close(ours.likelihoodRatios.leastCllr, oracle.leastCllr), "seed \(seed)")
    }

    private func agrees(_ ours: ScoreReport.Calibration, _ oracle: Figures.Reliability) -> Bool {
        close(ours.ece, oracle.ece) && close(ours.brier, oracle.brier)
    }

    private func agrees(_ ours: ScoreReport.Rates, _ oracle: Figures.Rates) -> Bool {
        close(ours.precision, oracle.precision) && close(ours.recall, oracle.recall)
            && close(ours.f1, oracle.f1)
    }

    private func close(_ left: Double?, _ right: Double) -> Bool {
        left.map { abs($0 - right) < 1e-9 } ?? false
    }
}
