import Casework

/// What the holder of an account can bring forward, fit to the facts held against it.
enum AnswerWords {
    static func youCanBring(
        _ facts: [AccountStatement.Fact], _ all: StatementFacts, isAlleged: Bool
    ) -> [String] {
        guard isAlleged else {
            return ["Nothing needs to be answered. Questions are welcome at the contact below."]
        }
        let families = Set(facts.map(\.family))
        let kinds = Set(facts.map(\.kind))
        var answers = ["What you use the service for, in your own words, and since when."]
        answers += EvidenceFamily.allCases.filter(families.contains).compactMap { byFamily($0, kinds) }
        if !all.violations.isEmpty {
            answers.append(
                "Where you used the service from, if you were travelling or behind a VPN or proxy.")
        }
        return answers + [
            "A permission, contract or correspondence with the provider: for research, for resale, for automated use.",
            "If somebody else had access to the account: since when, how you noticed, and what you did about it.",
            "If you think that a fact is wrong or is not yours: which one (F1, F2 …), and what is right.",
        ]
    }

    private static func byFamily(_ family: EvidenceFamily, _ kinds: Set<ArtifactKind>) -> String? {
        switch family {
        case .means:
            return
                "Who pays for the account and for whom else, if it is not you alone: an invoice, an agreement, the name of the employer, school, family or reseller."
        case .infrastructure:
            return
                "What network you used: the name of the office, campus, carrier, VPN or proxy, with a confirmation by whoever runs it."
        case .client:
            return
                "What device and software you use, and who else uses the same: a shared computer, a virtual desktop, a common library."
        case .language:
            return
                "Where your prompts come from: the name of the framework, course, product or publication, and where others find it."
        case .time: return time(kinds)
        case .identity:
            return
                "What you have to do with the organisation, domain or metadata recorded: a list of the accounts that your organisation answers for."
        }
    }

    private static func time(_ kinds: Set<ArtifactKind>) -> String {
        var parts: [String] = []
        if kinds.contains(.signUp) {
            parts.append(
                "How you came to open the account when you did: an invitation, an event, a course, a launch.")
        }
        if kinds.contains(.lockstep) {
            parts.append(
                "What sent your requests at those times: a schedule, a job, a lesson, with its settings or logs."
            )
        }
        return parts.isEmpty ? "What made you act at those times." : parts.joined(separator: " ")
    }
}

/// Who decides, and how.
enum DecisionWords {
    static func statements(
        _ facts: StatementFacts, _ options: StatementOptions, isAlleged: Bool
    ) -> [String] {
        let decider = options.decider.map { "\($0) decides" } ?? "A person decides"
        let first =
            isAlleged
            ? "\(decider) about this account, after reading this statement and whatever its holder brings forward. Nothing is decided by a program: it compares records and says how strongly they agree."
            : "\(decider) about accounts; nothing is decided by a program."
        return [
            first,
            "Whoever answers can ask to be told the decision with its reasons, and by whom it was made.",
        ]
    }
}
