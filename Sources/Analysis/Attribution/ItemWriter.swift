import Casework

/// Turns weighed evidence into items that people can open, and into the matrix of items against hypotheses.
struct ItemWriter: Sendable {
    let evidence: AttributionEvidence
    let input: AnalysisInput

    /// By profile, in the order of its parts.
    func items(_ all: ActorHypotheses) -> [AttributionFinding.Item] {
        all.weighed.flatMap { weighed in weighed.parts.map { item($0, weighed.profile) } }
    }

    private func item(_ part: WeighedEvidence.Part, _ place: Int) -> AttributionFinding.Item {
        let profile = input.profiles[place]
        var item = AttributionFinding.Item(
            indicator: "", profile: profile.name, value: "", accounts: evidence.size, outside: 0)
        item.source = profile.source
        (item.family, item.rawBits, item.bits) = (part.family, part.rawBits, part.bits)
        switch part.source {
        case .match(let number), .silence(let number):
            describe(&item, evidence.observations[number], profile)
        case .pattern:
            item.indicator = MetadataPattern.name
            item.value = evidence.metadata[place]?.words ?? ""
            item.accounts = accounts(matching: .metadata, place)
            (item.forgeable, item.imitation, item.supporting) = (true, 1, true)
        case .support(let number):
            let support = evidence.supports[number]
            (item.indicator, item.value) = (support.name, support.words)
            (item.forgeable, item.supporting) = (support.isForgeable, true)
        }
        return item
    }

    private func describe(
        _ item: inout AttributionFinding.Item, _ observation: AttributionEvidence.Observation,
        _ profile: LabProfile
    ) {
        let rule = IndicatorRule.all[observation.rule]
        item.indicator = rule.name
        item.accounts = observation.accounts
        item.known = Int(observation.likelihood.known)
        item.outside = observation.others
        (item.forgeable, item.imitation) = (rule.isForgeable, rule.imitation)
        item.patterns = observation.patterns
        guard observation.isMatch else { return }
        let shown = observation.values.prefix(Self.valuesShown).map { input.values.text(Int($0)) }
        item.patterns = matched(observation, rule)
        item.value =
            rule.family == .infrastructure
            ? item.patterns.joined(separator: ", ") : shown.joined(separator: ", ")
    }

    /// The patterns that values met; all of them for addresses, whose AS the value does not say.
    private func matched(_ observation: AttributionEvidence.Observation, _ rule: IndicatorRule) -> [String] {
        let values = observation.values.prefix(Self.valuesTried).map { Int($0) }
        let candidates = values.map { value in
            IndicatorRule.Candidate(
                text: input.values.text(value), address: IPAddress(input.values.text(value)), asNumber: nil)
        }
        let met = observation.patterns.filter { pattern in
            rule.compile(pattern).map { candidates.contains(where: $0) } ?? false
        }
        return met.isEmpty ? observation.patterns : met
    }

    private func accounts(matching rule: IndicatorRule, _ profile: Int) -> Int {
        evidence.observations.first {
            $0.profile == profile && IndicatorRule.all[$0.rule].name == rule.name
        }?.accounts ?? 0
    }

    private static let valuesShown = 5
    private static let valuesTried = 1_000
}

extension ItemWriter {
    /// - Parameter order: places of the finding's hypotheses in `ActorHypotheses`.
    func matrix(_ finding: AttributionFinding, _ all: ActorHypotheses, _ order: [Int]) -> HypothesisMatrix {
        var matrix = HypothesisMatrix(hypotheses: finding.hypotheses.map(\.name))
        let firm = all.weighed.map { $0.firmBits(evidence) }
        let served = Set(
            firm.indices.filter { firm[$0] > 0 }.sorted { (firm[$1], $0) < (firm[$0], $1) }.prefix(2))
        var number = 0
        for weighed in all.weighed {
            for part in weighed.parts {
                let cells = order.map { cell(part, weighed.profile, under: $0, served) }
                matrix.add(label(finding.items[number]), item: number, bits: cells)
                number += 1
            }
        }
        if evidence.honestBits > 0 {
            let honest = input.profiles.count + 2
            matrix.add(
                "members openly declare one organisation or domain",
                bits: order.map { $0 == honest ? evidence.honestBits : 0 })
        }
        return matrix
    }

    /// Bits of one part under one hypothesis: as they are for the profile, as far as a framer reproduces them for a
    /// false flag, what is hard to forge for a reseller, nothing for the others.
    private func cell(
        _ part: WeighedEvidence.Part, _ profile: Int, under hypothesis: Int, _ served: Set<Int>
    ) -> Double {
        let count = input.profiles.count
        if hypothesis < count { return hypothesis == profile ? part.bits : 0 }
        guard case .match(let place) = part.source else {
            return hypothesis == count + 3 && part.source == .pattern
                ? evidence.metadata[profile]?.laidBits ?? 0 : 0
        }
        let rule = IndicatorRule.all[evidence.observations[place].rule]
        switch hypothesis - count {
        case 1: return rule.isForgeable || !served.contains(profile) ? 0 : max(0, part.bits)
        case 3: return rule.framed(part.bits)
        default: return 0
        }
    }

    private func label(_ item: AttributionFinding.Item) -> String {
        let kind = item.indicator.replacing("_", with: " ")
        switch item.indicator {
        case MetadataPattern.name: return "how the metadata of \(item.profile) is spread"
        case CapabilityTargets.name: return "what is sought is what \(item.profile) is said to want"
        case WorkingHours.name: return "hours of the day, for \(item.profile)"
        case RoadmapTiming.name: return "activity before dates of \(item.profile)"
        default:
            return item.accounts > 0
                ? "\(kind) of \(item.profile) on \(FigureWords.counted(item.accounts, "account"))"
                : "no \(kind) of \(item.profile)"
        }
    }
}
