import Casework

/// Who may be behind a campaign, with what the answer hangs on.
struct AttributionComposer {
    let id: String
    let persons: PersonalValues

    func attribution(_ found: AttributionFinding) -> CaseReport.Attribution {
        let hypotheses = found.hypotheses.map {
            CaseReport.Hypothesis(
                kind: $0.kind, name: $0.name, prior: $0.prior, bits: $0.bits, ratioBits: $0.ratioBits,
                posterior: $0.posterior, lower: $0.lower, upper: $0.upper)
        }
        let items = found.items.enumerated().map { item($1, place: $0) }
        var result = CaseReport.Attribution(
            actor: found.actor, standing: found.standing, probability: found.probability,
            threshold: found.threshold, statements: [], hypotheses: hypotheses, items: items,
            leaveOut: leaveOut(found.hypotheses), matrix: found.matrix.map { matrix($0, items) },
            shares: found.shares)
        result.statements =
            AttributionWords(id: id).statements(result) + found.notes.map { sentence($0, items) }
        return result
    }

    private func item(_ item: AttributionFinding.Item, place: Int) -> CaseReport.Item {
        CaseReport.Item(
            id: "\(id).A\(place + 1)", indicator: item.indicator, profile: item.profile,
            value: persons.shown(indicator: item.indicator, values: item.value),
            patterns: item.patterns.map { persons.shown(indicator: item.indicator, values: $0) },
            source: item.source, family: item.family, accounts: item.accounts, known: item.known,
            outside: item.outside, rawBits: item.rawBits, bits: item.bits, forgeable: item.forgeable,
            supporting: item.supporting)
    }

    private func matrix(_ matrix: HypothesisMatrix, _ items: [CaseReport.Item]) -> CaseReport.Matrix {
        CaseReport.Matrix(
            hypotheses: matrix.hypotheses,
            rows: matrix.rows.map { row in
                CaseReport.MatrixRow(
                    label: row.label,
                    item: row.item.flatMap { items.indices.contains($0) ? items[$0].id : nil },
                    diagnosticity: row.diagnosticity, cells: row.cells)
            }, inconsistencies: matrix.inconsistencies)
    }

    private func sentence(_ note: String, _ items: [CaseReport.Item]) -> CaseReport.Statement {
        .init(note.asSentence, cites: items.map(\.id))
    }

    private func leaveOut(_ hypotheses: [AttributionFinding.Hypothesis]) -> [CaseReport.LeaveOut] {
        guard let leader = hypotheses.first else { return [] }
        return EvidenceFamily.allCases.compactMap { family in
            guard let posterior = leader.without[family.rawValue] else { return nil }
            let best = hypotheses.enumerated().max {
                ($0.element.without[family.rawValue] ?? 0, $1.offset)
                    < ($1.element.without[family.rawValue] ?? 0, $0.offset)
            }
            return CaseReport.LeaveOut(
                family: family, posterior: posterior, leader: best?.element.name ?? leader.name,
                leaderPosterior: best?.element.without[family.rawValue] ?? posterior)
        }
    }
}
