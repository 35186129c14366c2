import Casework

/// The facts that an allegation rests on, as far as they are this account's own.
struct FactWords {
    private let known: StatementFacts

    init(_ facts: StatementFacts) { known = facts }

    var period: [String] {
        let row = known.row
        guard row.exchanges > 0 else { return ["The records have no exchange of this account."] }
        return [
            "The records have \(ReportFigures.counted(row.exchanges, "exchange")) of this account, \(AllegationWords.span(row.firstAt, row.lastAt)), on \(ReportFigures.counted(known.activeDays, "day")); \(texts)."
        ] + (row.createdAt.map { ["It was created at \($0.inZone) (\(DisplayZone.current.name))."] } ?? [])
    }

    private var texts: String {
        let most = StatementFacts.mostSamples
        if known.samples == 0 { return "the text of none of them is among the records" }
        let count =
            known.samples < most ? ReportFigures.count(known.samples) : "\(ReportFigures.count(most)) or more"
        return "the texts of \(count) of them were looked at"
    }

    var facts: [AccountStatement.Fact] {
        known.shared.enumerated().map { place, shared in
            AccountStatement.Fact(
                id: "F\(place + 1)", family: shared.artifact.kind.family, kind: shared.artifact.kind,
                value: ShortValue.shown(shared.artifact), firstAt: shared.firstAt, lastAt: shared.lastAt,
                uses: shared.uses, otherMembers: shared.members, otherAccounts: shared.outside,
                words: words(shared), strength: Self.strength(shared.bits),
                innocent: InnocentWords.reasons(shared.artifact.kind), rowsTotal: shared.rowsTotal,
                rows: shared.rows)
        }
    }

    private func words(_ shared: StatementFacts.SharedFact) -> String {
        let uses = shared.uses.map { ", \(ReportFigures.counted($0, "time"))" } ?? ""
        let isTimed = shared.firstAt != nil || shared.lastAt != nil
        let when = isTimed ? " \(AllegationWords.span(shared.firstAt, shared.lastAt))\(uses)" : uses
        let value = ShortValue.shown(shared.artifact)
        let members = CountWords.counted(shared.members, "other account")
        let outside = CountWords.counted(shared.outside, "account")
        return
            "\(InnocentWords.subject(shared.artifact.kind)) \(value)\(when). \(members.asOwnWords) of the group \(shared.members > 1 ? "have" : "has") the same, and \(outside) outside it."
    }

    private static func strength(_ bits: Double) -> String {
        guard bits > 0.000_001 else { return "By itself it counts for nothing." }
        return
            "By itself it is \(ReportFigures.times(bits)) times more probable if one operation runs these accounts than by chance: \(VerbalScales.support(bits)) on the ENFSI scale."
    }

    /// What has to be known about all facts together.
    var remarks: [String] {
        [
            "Facts of one family depend on each other: the strongest counts, the others far less. No allegation rests on one family alone."
        ]
            + (known.indicators > 0
                ? [
                    "Besides, the account matches \(ReportFigures.counted(known.indicators, "indicator")) that others reported; they are not needed for the allegation and are not repeated here."
                ] : [])
            + [
                "Records of other customers are counted here and not shown; fingerprints are shortened. The person who decides can see them all."
            ]
    }
}
