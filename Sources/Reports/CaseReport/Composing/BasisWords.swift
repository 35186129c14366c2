import Casework

/// The question that the report answers.
enum QuestionWords {
    static func statements(_ facts: ReportFacts) -> [CaseReport.Statement] {
        var statements = [
            CaseReport.Statement(
                "Are there accounts in this evidence that one operation runs in order to extract the model's answers in bulk, which accounts are they, what was sought, and what does the evidence say about who is behind it?"
            ),
            CaseReport.Statement(
                "Everything said about a campaign is alleged. A single account, prompt or shared value shows nothing by itself, and distillation as such is an ordinary technique: what matters is fraud, missing authorisation, scale and access against the terms, and the report says of each whether the evidence shows it."
            ),
        ]
        if facts.overview.synthetic {
            statements.insert(
                CaseReport.Statement(
                    "This case is SYNTHETIC: service, accounts, labs and traffic are invented."), at: 0)
        }
        if facts.overview.run == nil {
            statements.append(
                CaseReport.Statement(
                    "The evidence has not been analysed, so the question stays open: this report lists what was received and says nothing about anybody."
                ))
        }
        return statements
    }
}

/// What the population allows to be said.
enum PopulationWords {
    static func statements(_ facts: ReportFacts) -> [CaseReport.Statement] {
        var statements = [CaseReport.Statement(coverage(facts))]
        if let withheld = facts.overview.run?.withheld {
            statements.append(CaseReport.Statement("Withheld by the analysis: \(withheld.asSentence)"))
        }
        return statements
    }

    private static func coverage(_ facts: ReportFacts) -> String {
        switch facts.description?.population ?? .all {
        case .all:
            "The evidence is said to cover all accounts of the period, so it can be said how rare a shared value is and how unusual a group."
        case .suspects:
            "The evidence covers suspects only. Nothing says how rare their shared values are among everybody else: links and groups are reported, probabilities of extraction and accusations are withheld, and nobody is accused."
        case .suspectsAndControl(let ratio):
            "The evidence covers all suspects and one in \(ReportFigures.count(ratio)) of everybody else. Rates among innocent accounts rest on that sample."
        }
    }
}

extension CaseReport.Method {
    init(_ facts: ReportFacts) {
        settings = facts.settings.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            .map { CaseReport.Setting(name: $0.key, value: $0.value) }
        statements = Self.words.map { CaseReport.Statement($0) }
        if let run = facts.overview.run {
            statements += run.outOfDate.map { CaseReport.Statement(Self.reservation($0, run)) }
        }
    }

    private static func reservation(_ reason: RunSummary.Reason, _ run: RunSummary) -> String {
        switch reason {
        case .evidence:
            "Evidence came in after analysis \(run.id): the findings do not speak of it. Run the analysis again before relying on this report."
        case .decisions:
            "Reviewers' decisions were made or withdrawn after analysis \(run.id): the findings do not follow them. Run the analysis again before relying on this report."
        case .method:
            "Analysis \(run.id) was made by \(run.methodWords). Its findings are reported as it came to them; what stands here of the method describes method \(run.currentMethod), which the program has now. Run the analysis again for findings by that one."
        }
    }

    private static let words = [
        "Accounts are linked by values that they share: means of payment, addresses and networks, devices and software, prompt frames, times and recorded identity. A shared value counts only where its holders share values of another, independent family too, beyond what chance and volume explain.",
        "The weight of a value is log2 of how much more often accounts of one group share it than other accounts of this case do (bits; 1 bit doubles the odds). Dependent values of one family are discounted.",
        "Linked accounts are divided into groups, and eleven explanations are weighed on the same figures of each group. Only a group whose best explanation is extraction, ahead of every other by at least 3 bits and with nothing missing for an accusation, is called a campaign.",
        "Where people live, what they speak and what their time zone is never raises the probability of extraction.",
        "Campaigns are compared with the lab profiles of the case and with four other hypotheses, an actor in no profile among them. Nobody is named on one family of evidence alone, or on what can be forged alone.",
        "The same evidence, settings and seed give the same findings. The program verifies them with `revenuer verify`, whose digests stand on the cover.",
    ]
}
