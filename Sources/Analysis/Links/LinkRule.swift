import Casework

/// What sharing a value of one kind means: the signal, how far it is counted and how innocent it can be.
///
/// One file in this folder for each kind of link. Weights are not set by kind: they follow from who holds
/// the value (`Corroboration`, `ValueVerdicts`), so a kind nobody foresaw is weighed like any other.
struct LinkRule: Sendable {
    /// True for the kinds this rule speaks for.
    let speaksFor: @Sendable (ArtifactKind) -> Bool
    /// Values of the kind kept for one account, the most telling first; a guard on cost and on volume.
    let keptPerAccount: Int
    /// True where a value only ties accounts that used it at about the same time.
    let needsOverlap: Bool
    /// "the same card", for sentences.
    let words: String
    let innocent: [String]

    init(
        _ words: String, keptPerAccount: Int = 12, needsOverlap: Bool = false, innocent: [String],
        speaksFor: @escaping @Sendable (ArtifactKind) -> Bool
    ) {
        self.words = words
        self.keptPerAccount = keptPerAccount
        self.needsOverlap = needsOverlap
        self.innocent = innocent
        self.speaksFor = speaksFor
    }

    /// Every rule; the first that speaks for a kind holds, the last speaks for all.
    static let all: [LinkRule] = [
        .payment, .phone, .address, .network, .device, .tls, .client, .promptKey, .template, .signUp,
        .lockstep,
        .metadata, .emailDomain, .emailHash, .organisation, .referral, .otherAttribute,
    ]

    /// The rule for a kind. O(rules).
    static func of(_ kind: ArtifactKind) -> LinkRule {
        all.first { $0.speaksFor(kind) } ?? .otherAttribute
    }

    /// Kinds that are never evidence: where people live and what they speak says nothing about extraction.
    static func isBarred(_ kind: ArtifactKind) -> Bool {
        let name = kind.rawValue.lowercased()
        let words = name.split { $0 == "_" || $0 == "-" || $0 == "." }.map(String.init)
        let never: Set<String> = [
            "country", "language", "lang", "locale", "timezone", "tz", "nationality", "region", "city",
            "gender",
        ]
        return name.contains("time_zone") || words.contains(where: never.contains)
    }
}
