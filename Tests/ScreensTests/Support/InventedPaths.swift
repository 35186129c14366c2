import Casework

/// Chains of evidence and rows of the invented case.
extension InventedCase {
    /// Three hops over two accounts between; the last hop is the weakest.
    static func path(_ a: AccountID, _ b: AccountID) -> EvidencePath {
        var path = EvidencePath(a: a, b: b)
        let between = [AccountID("u-9c03aa11"), AccountID("u-c0ffee07")]
        path.hops = [
            hop(a, between[0], artifact("payment", "pf_81c0a4d2e6f0443e"), 11.2, 9),
            hop(between[0], between[1], artifact("template", "T-012"), 9.1, 206),
            hop(between[1], b, artifact("lockstep", "f-19 2026-01-20T03:14Z"), 5.5, 22),
        ]
        path.weakestBits = 5.5
        path.strength = [
            "\(a) and \(b) are joined by 3 hops; a chain is as strong as its weakest hop.",
            "Every further hop is another chance for an innocent reason: a chain is a lead, never a link by itself.",
        ]
        path.notes = ["over the values that tie C-01"]
        return path
    }

    /// No chain, and why.
    static func noPath(_ a: AccountID, _ b: AccountID) -> EvidencePath {
        var path = EvidencePath(a: a, b: b)
        path.notes = [
            "no chain of evidence within 6 hops",
            "values that strangers share, barred ones and those without weight carry no hop: 14 left out",
        ]
        return path
    }

    /// As many hops as there are accounts less one.
    static func longPath(_ accounts: [AccountID]) -> EvidencePath {
        var path = EvidencePath(a: accounts[0], b: accounts[accounts.count - 1])
        path.hops = zip(accounts, accounts.dropFirst()).enumerated().map { place, pair in
            hop(pair.0, pair.1, artifact("device", pair.1.string), 12 - Double(place) / 100, 20_000)
        }
        path.weakestBits = path.hops.map(\.bits).min()
        return path
    }

    private static func hop(
        _ from: AccountID, _ to: AccountID, _ by: Artifact, _ bits: Double, _ heldBy: Int
    ) -> EvidencePath.Hop {
        var hop = EvidencePath.Hop(from: from, to: to, by: by, bits: bits, heldBy: heldBy)
        hop.words = "Both accounts share this; \(heldBy - 2) other accounts of the case have it too."
        hop.innocent = ["a family or an agency may pay with one card"]
        hop.rows = [812, 4_410].map { RowReference(source: 2, file: "payments.csv", line: $0) }
        return hop
    }

    static func row(_ row: RowReference, _ accounts: [AccountID]) -> RowDetail {
        let source = sources.first { $0.source == row.source } ?? sources[0]
        var detail = RowDetail(row: row, source: source, offset: 61_204)
        detail.account = accounts.first
        detail.fields = [
            RowDetail.Field(
                name: "payment", value: "pf_81c0a4d2e6f0443e",
                artifact: artifact("payment", "pf_81c0a4d2e6f0443e")),
            RowDetail.Field(name: "payment_kind", value: "prepaid"),
            RowDetail.Field(name: "first_seen", value: "2026-01-12T03:14:07Z"),
        ]
        return detail
    }
}
