public import Casework

/// What is held of one account and why, in sentences for whoever decides on it.
public struct AccountWords: Sendable {
    private let dossier: AccountDossier
    private let group: GroupRow?
    private let run: RunSummary?
    private let received: Set<EvidenceTable>

    /// - Parameters:
    ///   - group: the group the account belongs to most, of any kind.
    ///   - run: the last analysis; nil where there is none.
    ///   - received: tables that the case has rows of.
    public init(
        _ dossier: AccountDossier, group: GroupRow?, run: RunSummary?, received: Set<EvidenceTable>
    ) {
        self.dossier = dossier
        self.group = group
        self.run = run
        self.received = received
    }

    /// O(values of the account).
    public var reasons: AccountReasons {
        var reasons = AccountReasons()
        reasons.words = [standing] + [membership, provider].compactMap { $0 }
        reasons.strength = strength
        reasons.innocent = innocent
        reasons.against = dossier.membership?.against ?? []
        reasons.missing = missing
        return reasons
    }

    private var id: AccountID { dossier.row.accountId }

    // MARK: - What is held

    private var standing: String {
        guard let run else { return "The case has not been analysed: nothing is said of \(id) yet." }
        if run.withheld != nil {
            return "Accusations are withheld in this case: nothing is alleged against \(id)."
        }
        guard let group else { return "\(id) is in no group: nothing is alleged against it." }
        if dossier.row.campaign != nil { return alleged(group) }
        if group.kind == .campaign {
            return
                "\(id) stands near \(group.id), below the probability from which a member is accused: nothing is alleged against it."
        }
        return
            "\(id) belongs to \(group.id), \(CountWords.counted(group.accounts, "account")) that look like: \(group.name). Nothing is alleged against any of them."
    }

    private func alleged(_ group: GroupRow) -> String {
        "\(id) is held to be one of \(CountWords.counted(group.accounts, "account")) of \(group.id), which is alleged to be one operation that extracts the model's answers in bulk."
    }

    private var membership: String? {
        guard group != nil, run?.withheld == nil, let probability = dossier.row.probability else {
            return nil
        }
        return
            "The probability that it belongs there is \(StrengthWords.probability(probability)): \(VerbalScales.likelihood(probability)) on the ICD 203 scale."
    }

    private var provider: String? {
        guard let status = dossier.row.status, status == .banned || status == .suspended else { return nil }
        return
            "The provider has \(status.rawValue) it, which is the provider's act and no finding of this analysis."
    }

    // MARK: - What it rests on

    private var strength: [String] {
        guard let group, let membership = dossier.membership else { return [] }
        return membership.familyBits.filter { abs($0.value) > 0.05 }
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map { family, bits in
                let name = FamilyWords.name(family)
                return ValueWords.strength(
                    bits,
                    what: "What it shares with \(group.id) in \(name)",
                    if: "one hand runs it together with them")
            }
    }

    /// Reasons that fit what its links rest on, those of the group first.
    private var innocent: [String] {
        var texts = (group?.innocentExplanations ?? []).compactMap { GroupKind(rawValue: $0) }.map {
            "the whole group may be \(HypothesisWords.complement($0))"
        }
        let kinds = dossier.links.flatMap(\.by).map(\.kind)
        for text in kinds.flatMap({ ValueWords.innocent($0) }) where !texts.contains(text) {
            texts.append(text)
        }
        return texts
    }

    // MARK: - What is missing

    private var missing: [String] {
        let kinds = Set(AccountValues.kinds(of: dossier))
        return ComparedStrand.all.filter { strand in !kinds.contains(where: strand.includes) }.map { strand in
            let hasTable = strand.tables.contains(where: received.contains)
            let tables = strand.tables.map(\.rawValue).joined(separator: " and ")
            return hasTable
                ? "No \(strand.name) is known for \(id)."
                : "No \(strand.name) could be looked at: the evidence has no \(tables)."
        }
    }
}

/// The values of an account as far as they can be evidence.
public enum AccountValues {
    /// Everybody shares models and surfaces; columns that are only kept, and what is never evidence, tell nothing.
    public static func isEvidence(_ kind: ArtifactKind) -> Bool {
        kind.rawValue != "model" && kind.rawValue != "surface" && !kind.rawValue.hasPrefix("x:")
            && EvidencePaths.mayCarry(kind)
    }

    /// The kind of every value an account holds, as often as it has one of it.
    public static func kinds(of dossier: AccountDossier) -> [ArtifactKind] {
        let row = dossier.row
        let columns: [(ArtifactKind, Bool)] = [
            (.emailDomain, row.emailDomain != nil), (.emailHash, row.emailHash != nil),
            (.organisation, row.orgName != nil), (.signUp, row.createdAt != nil),
        ]
        return (dossier.holdings + dossier.uses).map(\.kind).filter(isEvidence)
            + dossier.addresses.map { _ in .address } + columns.filter(\.1).map(\.0)
    }
}
