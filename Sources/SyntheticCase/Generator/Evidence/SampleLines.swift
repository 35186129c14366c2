/// Lines of samples: an exchange with its text.
struct SampleLines: Sendable {
    private let registry: Registry
    private let lines: ExchangeLines
    private let names: AccountNames
    private let times: TimeText
    private let step: Int
    private let hasMetadata: Bool
    private static let noResponse = 0.03

    init(_ registry: Registry) {
        self.registry = registry
        lines = ExchangeLines(registry)
        names = AccountNames(seed: registry.seed)
        times = TimeText(registry.timeline.period)
        step = registry.knobs.count(.timeStep)
        hasMetadata = !registry.knobs.says(.dropMetadata)
    }

    func add(
        _ act: Act, of person: Int, _ place: Int, to bytes: inout [UInt8], _ random: inout SeededRandom
    ) {
        bytes.add("{\"sample_id\":\"")
        lines.addID("s-", person, place, to: &bytes)
        bytes.add("\",\"account_id\":\"")
        names.add(person, to: &bytes)
        bytes.add("\",\"at\":\"")
        times.add(Int(act.at) - Int(act.at) % step, to: &bytes)
        bytes.add("\",\"model\":\"")
        bytes.add(act.model.rawValue)
        bytes.add("\",\"surface\":\"")
        bytes.add(act.surface.rawValue)
        var (prompt, response) = registry.frames.frames[Int(act.frame)].text(&random)
        if registry.people[person].label == 0, random.unit() < registry.knobs[.hostile] {
            prompt += "\n" + random.pick(HostileText.texts)
        }
        bytes.add("\",\"prompt\":")
        bytes.add(TableText.json(prompt))
        if !random.chance(SampleLines.noResponse) {
            bytes.add(",\"response\":")
            bytes.add(TableText.json(response))
        }
        if hasMetadata { addMetadata(act, of: person, to: &bytes, &random) }
        bytes.add("}\n")
    }

    /// What the customer's software said of itself; most say nothing, or a number that means nothing to others.
    private func addMetadata(
        _ act: Act, of person: Int, to bytes: inout [UInt8], _ random: inout SeededRandom
    ) {
        let held = registry.holdings(of: person).filter { registry.holdings[$0].kind == .metadataUser }
        let value: String
        if let place = held.first, random.chance(0.7) {
            value = registry.texts[UInt32(truncatingIfNeeded: registry.holdings[place].value)]
        } else if act.surface != .web, random.chance(0.12) {
            value = random.chance(0.3) ? "default" : "end-\(random.hex(4))-\(random.below(40))"
        } else {
            return
        }
        bytes.add(",\"metadata\":{\"user\":")
        bytes.add(TableText.json(value))
        bytes.add("}")
    }
}
