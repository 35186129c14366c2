import Casework

/// A campaign in plain sentences, each with what it rests on.
struct CampaignWords {
    let row: GroupRow
    let explanations: [CaseReport.Explanation]
    let shared: [CaseReport.Exhibit]
    let signals: [CaseReport.Signal]
    let violations: [CaseReport.Violation]
    /// Members with a violation; nil where nobody looked.
    let violators: Int?

    func summary(_ attribution: CaseReport.Attribution) -> [CaseReport.Statement] {
        [size] + [whatTies].compactMap { $0 } + weighing + [who(attribution)]
    }

    private var size: CaseReport.Statement {
        .init(
            "\(row.id) is a group of \(ReportFigures.counted(row.accounts, "account")), \(ReportFigures.count(row.coreAccounts)) of them core, with \(ReportFigures.counted(row.exchanges, "exchange")) (\(ReportFigures.period(row.firstAt, row.lastAt))). It is alleged to be one operation that extracts the model's answers in bulk.",
            cites: [row.id])
    }

    /// The signals that weigh most.
    private var whatTies: CaseReport.Statement? {
        let reasons = extraction?.speaksFor.prefix(3).map(\.words) ?? []
        guard !reasons.isEmpty else { return nil }
        return .init("What weighs most: " + reasons.joined(separator: "; ") + ".", cites: exclusive.map(\.id))
    }

    private var weighing: [CaseReport.Statement] {
        guard let extraction, let probability = extraction.probability else {
            return [.init("The probability of extraction is withheld.", cites: [row.id])]
        }
        var statements = [
            CaseReport.Statement(
                "Among the explanations that were weighed, extraction has the probability \(ReportFigures.probability(probability)) (\(VerbalScales.likelihood(probability)) on the ICD 203 scale). The weights behind it are set by hand and not calibrated: the figure orders explanations, and is no rate of being right.",
                cites: [row.id])
        ]
        if let next = innocent {
            let ratio = evidenceBits(extraction) - evidenceBits(next)
            statements.append(.init(comparison(next, ratio), cites: [row.id]))
        }
        return statements
    }

    private func comparison(_ next: CaseReport.Explanation, _ ratio: Double) -> String {
        guard ratio > 0 else {
            return
                "By these weights the figures observed are no more probable if \(row.id) is an extraction campaign than if it is \(next.words)."
        }
        return
            "By these weights the figures observed are \(ReportFigures.times(ratio)) times more probable if \(row.id) is an extraction campaign than if it is \(next.words), the innocent explanation that comes next (\(VerbalScales.support(ratio)) on the ENFSI scale)."
    }

    private func who(_ attribution: CaseReport.Attribution) -> CaseReport.Statement {
        guard let actor = attribution.actor else {
            return .init(
                "It is unattributed: no lab profile is supported well enough to name anybody.",
                cites: [row.id])
        }
        return .init(
            "It is attributed to \(actor); that is an allegation, \(actor) has not been heard, and the part on who may be behind it says what that hangs on.",
            cites: attribution.items.map(\.id))
    }

    // MARK: - What makes it a case

    var elements: [CaseReport.Element] { [fraud, authorisation, scale, access] }

    private var fraud: CaseReport.Element {
        let reasons = (extraction?.speaksFor ?? []).filter { Self.signsOfControl.contains($0.signal) }
        let isShown = reasons.count >= 2
        return .init(
            element: "concealed common control", answer: isShown ? .shown : .notShown,
            statement: .init(
                isShown
                    ? "Signs that accounts which pretend to be strangers are under one control: "
                        + reasons.map(\.words).joined(separator: "; ") + "."
                    : "The evidence has fewer than two signs of concealed common control.",
                cites: exclusive.map(\.id)))
    }

    private static let signsOfControl = [
        "payment_rotation", "device_rotation", "undeclared_ties", "replacement", "sign_up_batches",
    ]

    private var authorisation: CaseReport.Element {
        let research = explanations.first { $0.hypothesis == .research }
        let reseller = explanations.first { $0.hypothesis == .reseller }
        let speaks = [research, reseller].compactMap { $0 }.flatMap(\.speaksFor)
        return .init(
            element: "missing authorisation", answer: .notExamined,
            statement: .init(
                speaks.isEmpty
                    ? "Nothing in the evidence speaks for permitted research or a declared reseller, but agreements are not part of the case: ask before acting."
                    : "Some figures fit permitted research or a declared reseller ("
                        + speaks.map(\.words).joined(separator: "; ") + "): ask before acting.",
                cites: [row.id]))
    }

    private var scale: CaseReport.Element {
        .init(
            element: "scale", answer: .shown,
            statement: .init(
                "\(ReportFigures.counted(row.exchanges, "exchange")) through \(ReportFigures.counted(row.accounts, "account")) are in evidence; whether that is much for the purpose is a question for people who know models.",
                cites: [row.id]))
    }

    private var access: CaseReport.Element {
        let clauses = Set(violations.compactMap(\.clause)).sorted()
        let statement: String
        let isKnown = violators != nil
        if !isKnown {
            statement = "Use against the terms was not examined for this report."
        } else if violations.isEmpty {
            statement = "No use against the terms in force was found among its members."
        } else {
            statement =
                "\(ReportFigures.count(violators ?? 0)) of \(ReportFigures.counted(row.accounts, "member")) used the service from places that the terms in force do not allow"
                + (clauses.isEmpty ? "." : " (clause " + clauses.joined(separator: ", ") + ").")
        }
        return .init(
            element: "access against the terms",
            answer: !isKnown ? .notExamined : violations.isEmpty ? .notShown : .shown,
            statement: .init(statement, cites: [row.id]))
    }

    // MARK: - Parts

    private var extraction: CaseReport.Explanation? { explanations.first { $0.hypothesis == .campaign } }

    /// The likeliest explanation that is a known innocent one.
    private var innocent: CaseReport.Explanation? {
        explanations.first { $0.hypothesis != .campaign && $0.hypothesis != .unexplained }
    }

    /// Log2 of how probable the figures are under the explanation, up to a constant.
    private func evidenceBits(_ explanation: CaseReport.Explanation) -> Double {
        explanation.bits - explanation.priorBits
    }

    /// The strongest values that nobody outside holds.
    private var exclusive: [CaseReport.Exhibit] {
        Array(shared.filter { $0.outside == 0 }.sorted { ($1.bits, $0.id) < ($0.bits, $1.id) }.prefix(3))
    }
}
