import Casework

/// How often each capability is found in the samples of the population, controls weighted.
struct CapabilityBackground: Sendable {
    /// Samples outside a group that a share needs to be a background at all.
    static let leastSamples = 20.0

    let names: [String]
    /// Samples of the population, in all and by capability.
    let samples: Double
    let found: [Double]
    /// Samples of the population in which any of `ExtractionPrompts.ids` is found.
    let extraction: Double
    let extractionMask: UInt64

    /// O(samples · capabilities found).
    init(_ columns: SampleColumns, _ coverage: Coverage) {
        names = columns.capabilityNames
        extractionMask = ExtractionPrompts.mask(names)
        var found = [Double](repeating: 0, count: names.count)
        var (samples, extraction) = (0.0, 0.0)
        for account in 0..<max(0, columns.offsets.count - 1) {
            let weight = Double(coverage.weight(of: account))
            for place in columns.offsets[account]..<columns.offsets[account + 1] {
                samples += weight
                if columns.capabilities[place] & extractionMask != 0 { extraction += weight }
                CapabilityBackground.forEach(columns.capabilities[place], below: names.count) {
                    found[$0] += weight
                }
            }
        }
        (self.samples, self.found, self.extraction) = (samples, found, extraction)
    }

    /// The places of the bits that are set.
    static func forEach(_ bits: UInt64, below count: Int, _ body: (Int) -> Void) {
        var rest = bits
        while rest != 0 {
            let place = rest.trailingZeroBitCount
            if place < count { body(place) }
            rest &= rest - 1
        }
    }

    /// Share of the samples outside a group in which something is found; nil where too few are known to say.
    func share(of all: Double, less inside: Double, group samples: Double) -> Double? {
        let outside = self.samples - samples
        guard outside >= Self.leastSamples else { return nil }
        return (max(0, all - inside) + 0.5) / (outside + 1)
    }
}

/// The capabilities that copying a model asks for, more than using it does.
enum ExtractionPrompts {
    static let ids = ["censorship_rewrite", "chain_of_thought", "reasoning_trace", "rubric_grading"]

    static func mask(_ names: [String]) -> UInt64 {
        names.prefix(64).enumerated().reduce(0) {
            ids.contains($1.element) ? $0 | 1 << UInt64($1.offset) : $0
        }
    }
}
