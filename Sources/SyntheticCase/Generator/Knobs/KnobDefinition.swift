/// Where a knob stands unless told, how far it turns, and what it does.
public struct KnobDefinition: Sendable {
    public let unit: String
    public let standard: Double
    public let range: ClosedRange<Double>
    /// Only whole numbers.
    public let isWhole: Bool
    /// Words that stand for 0, 1, 2, …
    public let choices: [String]
    /// What it does, in half a sentence.
    public let words: String

    static func count(
        _ unit: String, _ standard: Double, _ range: ClosedRange<Double>, _ words: String
    ) -> KnobDefinition {
        KnobDefinition(unit: unit, standard: standard, range: range, isWhole: true, choices: [], words: words)
    }

    static func number(
        _ unit: String, _ standard: Double, _ range: ClosedRange<Double>, _ words: String
    ) -> KnobDefinition {
        KnobDefinition(
            unit: unit, standard: standard, range: range, isWhole: false, choices: [], words: words)
    }

    static func share(_ standard: Double, _ words: String) -> KnobDefinition {
        number("share", standard, 0...1, words)
    }

    static func size(_ standard: Double, _ words: String) -> KnobDefinition {
        count("accounts", standard, 2...20_000, words)
    }

    static func flag(_ words: String) -> KnobDefinition {
        choice(["no", "yes"], words)
    }

    static func choice(_ choices: [String], _ words: String) -> KnobDefinition {
        KnobDefinition(
            unit: choices.joined(separator: "|"), standard: 0, range: 0...Double(choices.count - 1),
            isWhole: true, choices: choices, words: words)
    }

    /// A value as people write it.
    public func text(_ value: Double) -> String {
        if !choices.isEmpty { return choices[Int(value)] }
        return value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
    }

    /// The range as people write it.
    public var rangeText: String {
        choices.isEmpty ? "\(text(range.lowerBound)) to \(text(range.upperBound))" : unit
    }
}
