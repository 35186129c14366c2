import Casework

/// Writes violations of terms, matches with partners' indicators, and signals of the whole case.
struct SignalWriter {
    let handle: Handle

    init(_ handle: Handle) { self.handle = handle }

    func write(_ findings: Findings) throws {
        try writeViolations(findings.violations)
        try writeHits(findings.indicatorHits)
        try writeSignals(findings.signals)
    }

    private func writeViolations(_ violations: [AccessViolation]) throws {
        let statement = try handle.prepare(
            "INSERT INTO access_violation (number, account, kind, clause, country, basis, exchanges, first_at,"
                + " last_at, words) VALUES (?,?,?,?,?,?,?,?,?,?)")
        for (place, violation) in violations.enumerated() {
            try statement.bind([
                .integer(place + 1), .integer(Int64(violation.account)), .text(violation.kind.rawValue),
                violation.clause.sql, .text(violation.country), .text(violation.basis.rawValue),
                .integer(violation.exchanges), violation.firstAt.sql, violation.lastAt.sql,
                .text(violation.words),
            ])
            try statement.run()
        }
    }

    private func writeHits(_ hits: [IndicatorHit]) throws {
        let statement = try handle.prepare(
            "INSERT INTO indicator_hit (source, number, account, kind, value) VALUES (?,?,?,?,?)")
        for hit in hits {
            try statement.bind([
                .integer(Int(hit.indicator.source)), .integer(hit.indicator.row),
                .integer(Int64(hit.account)), .text(hit.artifact.kind.rawValue),
                .text(hit.artifact.value.string),
            ])
            try statement.run()
        }
    }

    private func writeSignals(_ signals: [SignalFinding]) throws {
        let statement = try handle.prepare(
            "INSERT INTO case_signal (place, kind, value, expected, p_value, q_value, words, innocent, accounts,"
                + " accounts_total, first_at, last_at) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)")
        for (place, signal) in signals.map(\.finite).enumerated() {
            try statement.bind([
                .integer(place), .text(signal.kind.rawValue), .real(signal.value), signal.expected.sql,
                signal.pValue.sql, signal.qValue.sql, .text(signal.words), signal.innocent.sql,
                .bytes(MemberList.bytes(signal.accounts)), .integer(signal.accountsTotal),
                signal.firstAt.sql, signal.lastAt.sql,
            ])
            try statement.run()
        }
    }
}

extension SignalFinding {
    /// The same without figures that neither JSON nor SQLite can hold.
    var finite: SignalFinding {
        var finite = self
        if !value.isFinite { finite.value = 0 }
        if expected?.isFinite == false { finite.expected = nil }
        if pValue?.isFinite == false { finite.pValue = nil }
        if qValue?.isFinite == false { finite.qValue = nil }
        return finite
    }
}
