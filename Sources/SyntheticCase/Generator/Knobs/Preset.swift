/// A named setting of knobs. All but `quickstart` grow and shrink with the number of accounts.
public enum Preset: String, CaseIterable, Sendable {
    case quickstart, published, standard
    case slow10 = "slow-10"
    case slow20 = "slow-20"
    case heavy, honest, reseller, careful, change, framed
    case noPayments = "no-payments"
    case noAttributes = "no-attributes"
    case noPromptKeys = "no-prompt-keys"
    case coarseTime = "coarse-time"
    case suspects, control

    /// What the world is, in one sentence.
    public var words: String {
        switch self {
        case .quickstart: return "the small sample case, made by hand; takes no knobs"
        case .published:
            return "the size of the published case: 1,000,000 accounts, 24,000 of them fraudulent"
        case .standard: return "every style of operation and every look-alike, usual noise"
        case .slow10: return "standard, with one fraudulent exchange in ten"
        case .slow20: return "standard, with one fraudulent exchange in twenty"
        case .heavy: return "standard, with 3 % honest heavy users who send as much as the fraud"
        case .honest: return "no fraud at all, every look-alike"
        case .reseller: return "two labs behind one proxy reseller, and a proxy network"
        case .careful: return "operations with a card and a device of its own for every account"
        case .change: return "operations that change their method after a ban wave"
        case .framed: return "operations that forge the metadata of a rival"
        case .noPayments: return "standard, without payments"
        case .noAttributes: return "standard, without attributes"
        case .noPromptKeys: return "standard, without prompt keys"
        case .coarseTime: return "standard, with times cut to the hour"
        case .suspects: return "standard, of which only the suspects are seen"
        case .control: return "standard: suspects, and one other account in twenty"
        }
    }

    /// The knobs that differ from their standard.
    public var settings: [(knob: Knob, value: Double)] {
        switch self {
        case .quickstart, .standard: return []
        case .published: return [(.accounts, 1_000_000), (.samplesPerAccount, 0.5), (.largest, 0.8)]
        case .slow10: return [(.keep, 0.1)]
        case .slow20: return [(.keep, 0.05)]
        case .heavy: return [(.heavyShare, 0.03)]
        case .honest: return [(.fraudShare, 0)]
        case .reseller: return only([(.resold, 2), (.hydra, 1)])
        case .careful: return only([(.paths, 2), (.careful, 2)])
        case .change: return only([(.change, 3), (.synchronised, 1)])
        case .framed: return only([(.framed, 3), (.hydra, 1)])
        case .noPayments: return [(.dropPayments, 1)]
        case .noAttributes: return [(.dropAttributes, 1)]
        case .noPromptKeys: return [(.dropPromptKeys, 1)]
        case .coarseTime: return [(.timeStep, 3600), (.signUpStep, 3600)]
        case .suspects: return [(.population, 1)]
        case .control: return [(.population, 2)]
        }
    }

    /// - Throws: `SyntheticCaseError.badKnob`, where a preset is beyond a knob's range.
    public func applied() throws(SyntheticCaseError) -> KnobSettings {
        var knobs = KnobSettings()
        for setting in settings { try knobs.turn(setting.knob, to: setting.value) }
        return knobs
    }

    /// These styles of operation and no other.
    private func only(_ styles: [(Knob, Double)]) -> [(knob: Knob, value: Double)] {
        let named = Set(styles.map(\.0))
        let none = OperationStyle.allCases.map(\.knob).filter { !named.contains($0) }
        return styles.map { (knob: $0.0, value: $0.1) } + none.map { (knob: $0, value: 0) }
    }
}
