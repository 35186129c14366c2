import Casework

extension AccountStatement {
    /// The statement of what the facts say. The same facts and options give the same statement.
    public init(_ facts: StatementFacts, _ options: StatementOptions) {
        let standing = StatementStanding(facts)
        let isAlleged = standing == .alleged
        schema = Self.schemaName
        synthetic = facts.overview.synthetic
        accountId = facts.row.accountId
        at = options.at
        tool = options.tool
        run = facts.overview.run?.id
        self.isAlleged = isAlleged
        let allegation = AllegationWords(facts, standing)
        alleged = allegation.alleged
        notAlleged = allegation.notAlleged
        rules = isAlleged ? StatementRules.rules(facts) : []
        ruleWords = isAlleged ? StatementRules.words(facts) : []
        period = FactWords(facts).period
        self.facts = isAlleged ? FactWords(facts).facts : []
        factWords = isAlleged ? FactWords(facts).remarks : []
        sureness = isAlleged ? SurenessWords(facts).statements : []
        weighed = isAlleged ? WeighedWords(facts).weighed : []
        speaksFor = isAlleged ? facts.against.map(\.asOwnSentence) : []
        unavailable = isAlleged ? facts.missing + UnavailableWords.general : []
        youCanBring = AnswerWords.youCanBring(self.facts, facts, isAlleged: isAlleged)
        decision = DecisionWords.statements(facts, options, isAlleged: isAlleged)
        appeal = Appeal(contact: options.contact, deadline: options.deadline, reference: options.reference)
    }
}

/// Where an account stands.
enum StatementStanding {
    case alleged, belowThreshold, lookAlike, inNoGroup, withheld, notAnalysed

    init(_ facts: StatementFacts) {
        guard let run = facts.overview.run else {
            self = .notAnalysed
            return
        }
        if run.withheld != nil {
            self = .withheld
        } else if facts.row.campaign != nil {
            self = .alleged
        } else if let group = facts.group {
            self = group.row.kind == .campaign ? .belowThreshold : .lookAlike
        } else {
            self = .inNoGroup
        }
    }
}

extension String {
    /// With a capital and a full stop.
    var asOwnSentence: String { asOwnWords.hasSuffix(".") ? asOwnWords : asOwnWords + "." }

    /// With a capital.
    var asOwnWords: String { first.map { $0.uppercased() + dropFirst() } ?? self }
}
