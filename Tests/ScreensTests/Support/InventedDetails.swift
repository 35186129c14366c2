import Casework

/// What the store would answer about one account, group or link of the invented case.
extension InventedCase {
    static func dossier(_ row: AccountRow) -> AccountDossier {
        var dossier = AccountDossier(row: row)
        dossier.groupName = row.campaign == nil ? nil : "large proxy network"
        dossier.addresses = (0..<6).map { index in
            var use = AddressUse(address: "198.18.40.\(17 + index)", exchanges: 300 - 20 * index)
            use.accounts = 61 - 9 * index
            use.flagged = 44 - 8 * index
            use.asn = 64_512
            use.asName = "ResiProxy2"
            use.usage = .residentialProxy
            return use
        }
        dossier.connections = [connection(dossier.addresses)]
        dossier.holdings = [holding("payment", "pf_81c0a4d2e6f0443e", accounts: 9, flagged: 9)]
        dossier.uses = [holding("client", "python-sdk/1.4", accounts: 302, flagged: 190)]
        dossier.links = [
            LinkRow(
                accountId: AccountID("u-9c03aa11"), bits: 26.4,
                by: [artifact("payment", "pf_81c0a4d2e6f0443e"), artifact("device", "dv_44a107")]),
            LinkRow(
                accountId: AccountID("u-55d2e0f4"), bits: 17.9, by: [artifact("sign_up", "2026-01-12T03")]),
        ]
        dossier.innocent = [
            "one address is shared with 61 customers of a proxy", "the e-mail domain was seen once",
        ]
        dossier.hours = (0..<24).map { 20 + ($0 * 7) % 5 }
        dossier.activity = Array(days.suffix(20))
        dossier.features = ["synchrony": 4.25, "flat_day": 0.93]
        dossier.membership = member(0)
        dossier.rows = [RowReference(source: 1, file: "accounts.csv", line: 812)]
        return dossier
    }

    /// Five of the addresses have ten flagged accounts or more.
    private static func connection(_ addresses: [AddressUse]) -> FlaggedConnections {
        let many = addresses.filter { ($0.flagged ?? 0) >= 10 }
        var found = FlaggedConnections(
            field: "addresses_with_10_flagged", kind: .address, least: 10, count: many.count)
        found.words =
            "This account is connected to 5 addresses that each have 10 or more flagged accounts. Behind them: 51 flagged accounts, 48 as members of a campaign, 9 as banned or suspended by the provider, 0 as confirmed by a reviewer."
        found.values = many.enumerated().map { index, use in
            var value = FlaggedConnections.Value(
                value: ExactText(use.address), accounts: use.accounts ?? 0, flagged: use.flagged ?? 0)
            (value.campaign, value.provider) = (value.flagged - 1, 4)
            value.rowsTotal = use.exchanges
            value.rows = [120, 131, 977].map {
                RowReference(source: 3, file: "exchanges.csv", line: $0 + 10 * index)
            }
            return value
        }
        return found
    }

    static func member(_ index: Int) -> MemberRow {
        var member = MemberRow(
            accountId: account(2 * index).accountId, probability: 0.998 - 0.01 * Double(index), role: .core)
        member.priorBits = -9
        member.familyBits = [.means: 11.2, .client: 4.1, .time: 2.5]
        member.against = ["its working hours fit its own country"]
        member.status = .active
        member.exchanges = 1_000 + index
        return member
    }

    static func detail(_ row: GroupRow) -> GroupDetail {
        var detail = GroupDetail(row: row)
        detail.shared = [
            SharedArtifact(
                artifact: artifact("payment", "pf_81c0a4d2e6f0443e"), inside: 9, outside: 0, bits: 11.2),
            SharedArtifact(artifact: artifact("device", "dv_44a107"), inside: 17, outside: 1, bits: 9.8),
            SharedArtifact(
                artifact: artifact("network", "198.18.40.0/24"), inside: 61, outside: 61, bits: 1.2),
        ]
        detail.explanations = row.kind == .campaign ? accusing : excusing
        detail.attribution = attribution
        detail.figures = ["lockstep_pairs": 41, "payment_reuse": 0.83]
        detail.notes = ["A split into two parts was refused: the cut holds 212 shared values."]
        detail.members = (0..<14).map(member)
        detail.activity = days
        detail.hours = (0..<24).map { $0 < 6 ? 10 : 90 }
        return detail
    }

    private static var accusing: [Explanation] {
        [
            explanation(
                .campaign, 0.993, [("one card paid for 9 accounts that are replaced as they are banned", 7.5)]
            ),
            explanation(
                .proxyCustomers, 0.006,
                [
                    ("61 customers of a proxy share its addresses", 3.0),
                    ("one prompt frame and no rest at night", -8.25),
                ]),
        ]
    }

    private static var excusing: [Explanation] {
        [
            explanation(.course, 0.97, [("all sign up in one week with plan education", 6.5)]),
            explanation(.campaign, 0.002, [("no value is shared but the network", -6.0)]),
        ]
    }

    private static func explanation(
        _ kind: GroupKind, _ p: Double, _ signals: [(String, Double)]
    ) -> Explanation {
        var explanation = Explanation(
            hypothesis: kind, bits: 4, priorBits: -3,
            signals: signals.map { Explanation.Signal(name: "signal", value: 1, bits: $0.1, words: $0.0) })
        explanation.probability = p
        return explanation
    }

    private static var attribution: AttributionFinding {
        var finding = AttributionFinding()
        finding.actor = "Amber"
        finding.probability = 0.88
        var amber = AttributionFinding.Hypothesis(
            kind: .profile, name: "Amber", prior: 0.2, bits: 5, posterior: 0.88)
        amber.without = ["metadata": 0.62, "asn": 0.55]
        (amber.lower, amber.upper) = (0.81, 0.96)
        let unknown = AttributionFinding.Hypothesis(
            kind: .unknownActor, name: "an actor not in the profiles", prior: 0.5, bits: 0, posterior: 0.12)
        finding.hypotheses = [amber, unknown]
        var item = AttributionFinding.Item(
            indicator: "asn", profile: "Amber", value: "AS 64512", accounts: 120, outside: 3)
        item.bits = 4.25
        var against = AttributionFinding.Item(
            indicator: "hours", profile: "Amber", value: "UTC+8 working day", accounts: 214, outside: 0)
        against.bits = -1
        against.forgeable = true
        finding.items = [item, against]
        finding.standing = .named
        var matrix = HypothesisMatrix(hypotheses: finding.hypotheses.map(\.name))
        matrix.add("asn of Amber on 120 accounts", item: 0, bits: [4.25, 0])
        matrix.add("hours of the day, for Amber", item: 1, bits: [-1, 0])
        finding.matrix = matrix
        return finding
    }

    static func explanation(_ a: AccountID, _ b: AccountID) -> LinkExplanation {
        var link = LinkExplanation(a: a, b: b, priorBits: -12)
        var card = LinkExplanation.Item(
            family: .means, artifact: artifact("payment", "pf_81c0a4d2e6f0443e"), heldBy: 9, rawBits: 12,
            bits: 11.25)
        card.context = "9 accounts hold this card, all of them in C-01"
        card.rowsTotal = 3
        card.rows = [
            RowReference(source: 2, file: "payments.csv", line: 812),
            RowReference(source: 2, file: "payments.csv", line: 4_410),
        ]
        link.evidence = [card]
        link.bits = -0.75
        link.probability = 0.373
        link.innocentExplanations = ["a family or an agency may pay with one card"]
        return link
    }

    static func artifact(_ kind: String, _ value: String) -> Artifact {
        Artifact(kind: ArtifactKind(kind), value: ExactText(value))
    }

    private static func holding(_ kind: String, _ value: String, accounts: Int, flagged: Int) -> Holding {
        var holding = Holding(kind: ArtifactKind(kind), value: ExactText(value))
        holding.uses = 14
        holding.accounts = accounts
        holding.flagged = flagged
        return holding
    }
}
