import Foundation

/// exchanges-0001.csv and samples-0001.jsonl and so on: one part of the accounts each.
struct ActivityWriter: Sendable {
    /// What one part came to.
    struct Part: Sendable {
        var exchanges = 0
        var samples = 0
        var files: [String] = []
    }

    private let registry: Registry
    private let folder: URL
    private let ending: String
    private let living: AccountActivity
    private let chance: SampleChance
    private let lines: ExchangeLines
    private let samples: SampleLines

    init(world: GeneratedWorld, folder: URL, isCompressed: Bool) {
        (registry, self.folder) = (world.registry, folder)
        ending = isCompressed ? ".gz" : ""
        living = AccountActivity(registry)
        chance = SampleChance(registry)
        lines = ExchangeLines(registry)
        samples = SampleLines(registry)
    }

    func write(part number: Int, _ people: ArraySlice<UInt32>) throws(SyntheticCaseError) -> Part {
        let name = String(repeating: "0", count: max(0, 4 - "\(number + 1)".utf8.count)) + "\(number + 1)"
        var part = Part(files: ["exchanges-\(name).csv\(ending)"])
        var exchanges = try PartFile(part.files[0], in: folder)
        exchanges.bytes.add(lines.header)
        guard !registry.knobs.says(.dropSamples) else {
            try write(people, &exchanges, &part) { _, _, _, _ throws(SyntheticCaseError) in false }
            try exchanges.finish()
            return part
        }
        part.files.append("samples-\(name).jsonl\(ending)")
        var texts = try PartFile(part.files[1], in: folder)
        try write(people, &exchanges, &part) {
            person, act, place, random throws(SyntheticCaseError) in
            let isFiltered = registry.frames.isFiltered[Int(act.frame)]
            guard random.unit() < (isFiltered ? chance.filtered : chance.usual) else { return false }
            guard random.unit() < registry.knobs[.samplesKept] else { return false }
            samples.add(act, of: person, place, to: &texts.bytes, &random)
            try texts.flushIfFull()
            return true
        }
        try texts.finish()
        try exchanges.finish()
        return part
    }

    /// - Parameter sample: says whether the exchange's text was kept, after writing it.
    private func write(
        _ people: ArraySlice<UInt32>, _ file: inout PartFile, _ part: inout Part,
        sample: (Int, Act, Int, inout SeededRandom) throws(SyntheticCaseError) -> Bool
    ) throws(SyntheticCaseError) {
        var acts: [Act] = []
        for person in people.lazy.map({ Int($0) }) {
            living.acts(of: person, into: &acts)
            var random = SeededRandom(seed: ~registry.seed, number: UInt64(person))
            for (place, act) in acts.enumerated() {
                let isSampled = try sample(person, act, place, &random)
                part.exchanges += 1
                if isSampled { part.samples += 1 }
                lines.add(act, of: person, place, isSampled: isSampled, to: &file.bytes, &random)
            }
            try file.flushIfFull()
        }
    }
}
