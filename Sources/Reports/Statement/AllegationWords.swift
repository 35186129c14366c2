import Casework

/// What is alleged of an account, and what is not.
struct AllegationWords {
    private let facts: StatementFacts
    private let standing: StatementStanding

    init(_ facts: StatementFacts, _ standing: StatementStanding) {
        self.facts = facts
        self.standing = standing
    }

    var alleged: [String] {
        switch standing {
        case .alleged: allegation
        case .belowThreshold:
            [
                "Nothing is alleged against this account. It has some things in common with accounts that are held to work together, too few for an allegation."
            ]
        case .lookAlike:
            [
                "Nothing is alleged against this account. It has things in common with other accounts, and what they look like together is innocent: \(facts.group.map { HypothesisWords.complement($0.row.kind) } ?? "")."
            ]
        case .inNoGroup:
            [
                "Nothing is alleged against this account. It was compared with the others and belongs to no group."
            ]
        case .withheld:
            [
                "Nothing is alleged against this account: the records at hand do not allow an allegation against anybody."
            ]
        case .notAnalysed: ["Nothing is alleged against this account: the records have not been analysed."]
        }
    }

    private var allegation: [String] {
        guard let group = facts.group else { return [] }
        let others = ReportFigures.counted(max(0, group.row.accounts - 1), "other account")
        return [
            "It is alleged that this account is run by one operation together with \(others), and that this operation uses the service to extract the model's answers in bulk.",
            "The group has the reference \(group.row.id). Its records run \(Self.span(group.row.firstAt, group.row.lastAt)), with \(ReportFigures.counted(group.row.exchanges, "exchange")) in all; \(ReportFigures.count(facts.row.exchanges)) of them are this account's.",
            "This is an allegation. The holder of the account has not been heard yet.",
        ]
    }

    var notAlleged: [String] {
        guard standing == .alleged else {
            return provider
                + ["That an account was compared with others says nothing about it or its holder."]
        }
        return [
            "Nothing is alleged about any person: the records show accounts, not who used them.",
            "It is not alleged that any single request was wrong. Each of them is one that anybody could have sent, and learning from a model's answers is as such an ordinary technique.",
            "Who is behind the operation is not part of this statement.",
            "Country, language and time zone were not held against this account, and were not used to reach the allegation.",
        ] + provider
    }

    /// The provider's own acts are no findings.
    private var provider: [String] {
        guard let status = facts.row.status, status == .banned || status == .suspended else { return [] }
        let since = facts.row.closedAt.map { " since \($0.inZone)" } ?? ""
        return [
            "The account is \(status.rawValue)\(since). That was decided by the provider and is no finding of this analysis."
        ]
    }

    /// `from 2026-01-01T00:00:00Z to 2026-02-01T00:00:00Z (UTC)`
    static func span(_ from: Timestamp?, _ to: Timestamp?) -> String {
        let zone = DisplayZone.current.name
        return switch (from, to) {
        case (let from?, let to?): "from \(from.inZone) to \(to.inZone) (\(zone))"
        case (let from?, nil): "from \(from.inZone) (\(zone))"
        case (nil, let to?): "until \(to.inZone) (\(zone))"
        case (nil, nil): "over a time that is not known"
        }
    }
}
