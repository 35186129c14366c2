public import Casework

extension CaseWriter {
    /// Puts the findings of an analysis in the place of those before, in one step, and gives groups their ids.
    ///
    /// - Parameter threshold: members of a campaign at or above this probability count as flagged.
    /// - Returns: the run; its id comes from the evidence, the settings and the seed.
    public func store(_ findings: Findings, threshold: Double = 0.5) throws -> RunSummary {
        try connection.access { handle in
            let run = try RunRecord(findings, threshold: threshold, at: act.clock(), handle)
            let flags = try FlaggedAccounts(
                handle, campaignMembers: FindingsWriter.campaignMembers(of: findings, threshold: threshold))
            // Counting who holds what takes about as long as writing the findings.
            let counting = Ahead { [path] in
                let other = try Connection(path: path, mode: .reading)
                defer { try? other.close() }
                return try other.read { try HolderTallies($0, flags: flags) }
            }
            defer { counting.end() }
            try handle.transaction {
                try FindingsWriter(handle, run: run, flags: flags).write(findings)
                try ActivityCache.refresh(handle)
                try AuditLog.append(handle, action: "analyze", details: run.details, by: act)
            }
            // A cache, not a finding: in a step of its own, so that the findings are there as soon as can be.
            let tallies = try counting.value()
            try handle.transaction { try HolderCounts.store(tallies, handle) }
            return run.summary
        }
    }
}

/// One analysis as it is recorded.
struct RunRecord {
    var summary: RunSummary
    var population: String
    var priorBits: Double
    var settings: [String: String]
    var diagnostics: [String: Double]
    var lastSource: Int
    var threshold: Double

    init(_ findings: Findings, threshold: Double, at: Timestamp, _ handle: Handle) throws {
        population = findings.population
        priorBits = findings.linkPriorBits
        settings = findings.settings
        diagnostics = findings.diagnostics.filter { $0.value.isFinite }
        lastSource = try handle.number("SELECT source FROM horizon")
        self.threshold = threshold
        summary = RunSummary(
            id: try RunRecord.id(findings, threshold, handle), at: at, seed: findings.seed,
            method: settings[RunSummary.methodSetting],
            currentMethod: settings[RunSummary.methodSetting] ?? "", coversEvidence: true,
            withheld: findings.withheld)
    }

    /// `r-` and six digits of a hash over what the result depends on.
    private static func id(_ findings: Findings, _ threshold: Double, _ handle: Handle) throws -> String {
        var hasher = SHA256Hasher()
        try handle.each(
            "SELECT file, evidence_table, sha256 FROM source WHERE state = 'complete' ORDER BY number"
        ) {
            hasher.update("\($0.text(0))\u{0}\($0.text(1))\u{0}\($0.text(2))\u{0}")
        }
        hasher.update("\(findings.seed)\u{0}\(threshold)\u{0}\(findings.population)\u{0}")
        let settings = findings.settings.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        for (name, value) in settings { hasher.update("\(name)=\(value)\u{0}") }
        for decision in findings.decisions { hasher.update("\(decision.number) \(decision.words)\u{0}") }
        return "r-" + hasher.hexadecimal().prefix(6)
    }

    var details: [String: JSONValue] {
        [
            "run": .text(summary.id), "seed": .text(String(summary.seed)),
            "last_source": .integer(lastSource),
            "settings": .object(settings.mapValues(JSONValue.text)),
        ]
    }
}
