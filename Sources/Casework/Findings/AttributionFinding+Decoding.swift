/// Findings that earlier versions stored lack the later members: they are read with what those versions meant.
extension AttributionFinding {
    enum CodingKeys: String, CodingKey {
        case actor, standing, probability, threshold, hypotheses, items, matrix, shares, notes
    }

    public init(from decoder: any Decoder) throws {
        self.init()
        let values = try decoder.container(keyedBy: CodingKeys.self)
        actor = try values.decodeIfPresent(String.self, forKey: .actor)
        standing =
            try values.decodeIfPresent(Standing.self, forKey: .standing)
            ?? (actor == nil ? .unattributed : .named)
        probability = try values.decodeIfPresent(Double.self, forKey: .probability)
        threshold = try values.decodeIfPresent(Double.self, forKey: .threshold)
        hypotheses = try values.decode([Hypothesis].self, forKey: .hypotheses)
        items = try values.decode([Item].self, forKey: .items)
        matrix = try values.decodeIfPresent(HypothesisMatrix.self, forKey: .matrix)
        shares = try values.decodeIfPresent([TrafficShare].self, forKey: .shares) ?? []
        notes = try values.decode([String].self, forKey: .notes)
    }
}

extension AttributionFinding.Hypothesis {
    enum CodingKeys: String, CodingKey {
        case kind, name, prior, bits, posterior, behindPrior, behind, ratioBits, lower, upper, without
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            kind: try values.decode(Kind.self, forKey: .kind),
            name: try values.decode(String.self, forKey: .name),
            prior: try values.decode(Double.self, forKey: .prior),
            bits: try values.decode(Double.self, forKey: .bits),
            posterior: try values.decode(Double.self, forKey: .posterior))
        behindPrior = try values.decodeIfPresent(Double.self, forKey: .behindPrior) ?? prior
        behind = try values.decodeIfPresent(Double.self, forKey: .behind) ?? posterior
        ratioBits = try values.decodeIfPresent(Double.self, forKey: .ratioBits) ?? 0
        lower = try values.decodeIfPresent(Double.self, forKey: .lower) ?? posterior
        upper = try values.decodeIfPresent(Double.self, forKey: .upper) ?? posterior
        without = try values.decode([String: Double].self, forKey: .without)
    }
}

extension AttributionFinding.Item {
    enum CodingKeys: String, CodingKey {
        case indicator, profile, value, patterns, source, family, accounts, known, outside, rawBits, bits,
            forgeable
        case imitation, supporting
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            indicator: try values.decode(String.self, forKey: .indicator),
            profile: try values.decode(String.self, forKey: .profile),
            value: try values.decode(String.self, forKey: .value),
            accounts: try values.decode(Int.self, forKey: .accounts),
            outside: try values.decode(Int.self, forKey: .outside))
        patterns = try values.decodeIfPresent([String].self, forKey: .patterns) ?? []
        source = try values.decodeIfPresent(String.self, forKey: .source)
        family = try values.decodeIfPresent(EvidenceFamily.self, forKey: .family) ?? .identity
        known = try values.decodeIfPresent(Int.self, forKey: .known) ?? accounts
        rawBits = try values.decode(Double.self, forKey: .rawBits)
        bits = try values.decode(Double.self, forKey: .bits)
        forgeable = try values.decode(Bool.self, forKey: .forgeable)
        imitation = try values.decodeIfPresent(Double.self, forKey: .imitation) ?? 0
        supporting = try values.decodeIfPresent(Bool.self, forKey: .supporting) ?? false
    }
}
