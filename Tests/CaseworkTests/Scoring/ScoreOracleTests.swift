import Casework
import Foundation
import TestSupport
import Testing

@Suite struct ScoreOracleTests {
    private struct Figures: Decodable {
        struct Rates: Decodable { var precision, recall, f1: Double }
        var bcubed, bcubedMacro, pairwise: Rates
        var ece, brier: Double
    }

    @Test(
        "Figures agree with scikit-learn and with B-cubed straight from its definition",
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
            ])
        try #require(run.status == 0, "\(run.errorText)")
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let oracle = try decoder.decode(Figures.self, from: Data(run.output))
        let ours = world.score.report()
        #expect(agrees(ours.bcubed, oracle.bcubed), "seed \(seed)")
        #expect(agrees(ours.bcubedMacro, oracle.bcubedMacro), "seed \(seed)")
        #expect(agrees(ours.pairwise, oracle.pairwise), "seed \(seed)")
        #expect(
            close(ours.calibration.ece, oracle.ece) && close(ours.calibration.brier, oracle.brier),
            "seed \(seed)")
    }

    private func agrees(_ ours: ScoreReport.Rates, _ oracle: Figures.Rates) -> Bool {
        close(ours.precision, oracle.precision) && close(ours.recall, oracle.recall)
            && close(ours.f1, oracle.f1)
    }

    private func close(_ left: Double?, _ right: Double) -> Bool {
        left.map { abs($0 - right) < 1e-9 } ?? false
    }
}
