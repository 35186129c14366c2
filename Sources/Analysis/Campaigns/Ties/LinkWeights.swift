/// What every value weighs for a link, before discounts, and what a link weighs before any value.
struct LinkWeights: Sendable {
    /// By value: bits of its verdict, or half its rarity where none was given (`ValueVerdicts.judge`).
    var bits: [Double]
    var priorBits: Double
}
