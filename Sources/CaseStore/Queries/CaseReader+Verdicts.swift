public import Casework

/// What the last analysis said, for weighing links without running it again.
extension CaseReader {
    /// The verdict on each artifact, nil where there is none; in the order asked.
    public func verdicts(on artifacts: [Artifact]) throws -> [ArtifactVerdict?] {
        try connection.read { handle in
            let statement = try handle.prepare(
                "SELECT holders, verdict, bits, corroborated, suspect_share, reasons FROM artifact_verdict"
                    + " WHERE kind = ? AND value = ?")
            return try artifacts.map { artifact in
                try statement.bind([.text(artifact.kind.rawValue), .text(artifact.value.string)])
                defer { statement.reset() }
                guard try statement.step(), let word: ArtifactVerdict.Verdict = statement.word(1) else {
                    return nil
                }
                var verdict = ArtifactVerdict(
                    artifact: artifact, holders: statement.int(0), verdict: word,
                    bits: statement.optionalDouble(2) ?? 0)
                verdict.corroborated = statement.int(3)
                verdict.suspectShare = statement.optionalDouble(4) ?? 0
                verdict.reasons = try JSONColumn.decode(statement.text(5))
                return verdict
            }
        }
    }

    /// log2 odds that two accounts drawn at random belong to one operation; nil before an analysis.
    public func linkPriorBits() throws -> Double? {
        try connection.read { handle in
            try handle.first("SELECT link_prior_bits FROM analysis_run") { $0.optionalDouble(0) ?? 0 }
        }
    }

    /// Exchanges that the case holds; a sum that stands beside the sources.
    public func exchangeCount() throws -> Int {
        try connection.read {
            try $0.number("SELECT coalesce(sum(exchanges), 0) FROM source WHERE state = 'complete'")
        }
    }
}
