/// Which operations a world has, how large each is, who is behind it and what shows that.
struct OperationMix {
    let operations: [Operation]

    private struct Entry {
        let style: OperationStyle
        let campaign: String
        let number: Int
    }

    /// - Throws: `tooFewFraudulent`, `noOperations`.
    init(_ knobs: KnobSettings, _ random: inout SeededRandom) throws(SyntheticCaseError) {
        var entries: [Entry] = []
        for style in OperationStyle.allCases {
            for number in 0..<knobs.count(style.knob) {
                let name = "\(style.rawValue)-\(number + 1)"
                for part in style == .resold ? ["-a", "-b"] : [""] {
                    entries.append(Entry(style: style, campaign: name + part, number: number))
                }
            }
        }
        let fraud = knobs.fraudCount
        guard fraud > 0 else {
            operations = []
            return
        }
        guard !entries.isEmpty else { throw .noOperations(fraudulent: fraud) }
        guard fraud >= OperationMix.least else { throw .tooFewFraudulent(accounts: fraud) }
        entries = OperationMix.fitting(entries, fraud, &random)
        let sizes = OperationMix.sizes(of: entries.map(\.style), fraud, knobs, &random)
        operations = OperationMix.attributed(entries, sizes, knobs, &random)
    }

    /// An operation of fewer accounts is nobody's to find.
    static let least = 5

    /// As many operations as there are accounts for, drawn from all; in the order they came in.
    private static func fitting(
        _ entries: [Entry], _ fraud: Int, _ random: inout SeededRandom
    ) -> [Entry] {
        random.sample(fraud / least, of: Array(entries.indices)).sorted().map { entries[$0] }
    }

    /// The hydra takes its share; the others divide the rest by weight and luck.
    private static func sizes(
        of styles: [OperationStyle], _ fraud: Int, _ knobs: KnobSettings, _ random: inout SeededRandom
    ) -> [Int] {
        let luck = styles.map { $0.weight * random.heavy(median: 1, spread: 0.35) }
        let hydras = zip(styles, luck).filter { $0.0 == .hydra }.reduce(0) { $0 + $1.1 }
        let others = luck.reduce(0, +) - hydras
        let hydraShare = hydras == 0 ? 0 : (others == 0 ? 1 : knobs[.largest])
        let spare = Double(fraud - styles.count * least)
        var sizes = zip(styles, luck).map { style, luck in
            let share = style == .hydra ? hydraShare * luck / hydras : (1 - hydraShare) * luck / others
            return least + Int(spare * share)
        }
        let largest = sizes.indices.max { (sizes[$0], $1) < (sizes[$1], $0) } ?? 0
        sizes[largest] += fraud - sizes.reduce(0, +)
        return sizes
    }

    private static func attributed(
        _ entries: [Entry], _ sizes: [Int], _ knobs: KnobSettings,
        _ random: inout SeededRandom
    ) -> [Operation] {
        let open = entries.indices.filter { entries[$0].style != .resold && entries[$0].style != .framed }
        var kinds: [Operation.Evidence] = []
        for place in open.indices {
            let share = (Double(place) + 0.5) / Double(open.count)
            let strong = knobs[.strongEvidence]
            kinds.append(share < strong ? .strong : (share < strong + knobs[.thinEvidence] ? .thin : .none))
        }
        kinds = random.shuffled(kinds)
        var turn = random.below(Lab.suspects)
        return entries.indices.map { index in
            let (style, campaign) = (entries[index].style, entries[index].campaign)
            turn += 1
            let lab = turn % Lab.suspects
            let size = sizes[index]
            switch style {
            case .resold:
                return Operation(
                    style: style, campaign: campaign, lab: lab, evidence: .reseller, size: size,
                    pair: entries[index].number)
            case .framed:
                let isKnown = random.chance(0.5)
                return Operation(
                    style: style, campaign: campaign, lab: isKnown ? lab : nil,
                    framed: (lab + 1) % Lab.suspects, evidence: .forged, size: size)
            default:
                let evidence = open.firstIndex(of: index).map { kinds[$0] } ?? .none
                return Operation(
                    style: style, campaign: campaign, lab: evidence == .none ? nil : lab, evidence: evidence,
                    size: size)
            }
        }
    }
}
