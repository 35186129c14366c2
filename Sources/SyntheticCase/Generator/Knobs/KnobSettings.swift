/// Where every knob of one world stands.
public struct KnobSettings: Sendable, Equatable {
    private var values: [Double]

    /// Every knob at its standard.
    public init() {
        values = Knob.allCases.map(\.definition.standard)
    }

    public subscript(_ knob: Knob) -> Double {
        values[KnobSettings.places[knob] ?? 0]
    }

    /// Whether a knob that is yes or no says yes.
    func says(_ knob: Knob) -> Bool { self[knob] > 0 }

    func count(_ knob: Knob) -> Int { Int(self[knob]) }

    /// Turns a knob.
    ///
    /// - Throws: `SyntheticCaseError.badKnob` outside the knob's range.
    public mutating func turn(_ knob: Knob, to value: Double) throws(SyntheticCaseError) {
        let definition = knob.definition
        guard value.isFinite, definition.range.contains(value),
            !definition.isWhole || value == value.rounded()
        else {
            throw .badKnob(knob: knob.rawValue, value: "\(value)", allowed: KnobSettings.allowed(definition))
        }
        values[KnobSettings.places[knob] ?? 0] = value
    }

    /// Turns a knob as written on a command line: `NAME=VALUE`.
    ///
    /// - Throws: `SyntheticCaseError.unknownKnob` and `badKnob`.
    public mutating func turn(_ text: String) throws(SyntheticCaseError) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let name = parts.first, let knob = Knob(rawValue: String(name)) else {
            throw .unknownKnob(String(parts.first ?? ""))
        }
        let word = parts.count > 1 ? String(parts[1]) : ""
        if let choice = knob.definition.choices.firstIndex(where: { $0.utf8.elementsEqual(word.utf8) }) {
            return try turn(knob, to: Double(choice))
        }
        guard let value = Double(word) else {
            throw .badKnob(knob: knob.rawValue, value: word, allowed: KnobSettings.allowed(knob.definition))
        }
        try turn(knob, to: value)
    }

    /// Sets the size in whole numbers; what is nil keeps its ratio to the accounts.
    ///
    /// - Throws: `SyntheticCaseError.badKnob`, which names the number that does not fit.
    public mutating func size(
        accounts: Int? = nil, fraudulent: Int? = nil, exchanges: Int? = nil, samples: Int? = nil
    ) throws(SyntheticCaseError) {
        if let accounts { try turn(.accounts, to: Double(accounts)) }
        try ratio(.fraudShare, "fraud", fraudulent)
        try ratio(.exchangesPerAccount, "exchanges", exchanges)
        try ratio(.samplesPerAccount, "samples", samples)
    }

    private mutating func ratio(
        _ knob: Knob, _ name: String, _ number: Int?
    ) throws(SyntheticCaseError) {
        guard let number else { return }
        let ratio = Double(number) / self[.accounts]
        let range = knob.definition.range
        guard range.contains(ratio) else {
            let most = Int(range.upperBound * self[.accounts])
            let least = Int((range.lowerBound * self[.accounts]).rounded(.up))
            throw .badKnob(
                knob: name, value: "\(number)",
                allowed: "\(least) to \(most) in a world of \(accountCount) accounts")
        }
        try turn(knob, to: ratio)
    }

    private static func allowed(_ definition: KnobDefinition) -> String {
        (definition.isWhole && definition.choices.isEmpty ? "a whole number, " : "") + definition.rangeText
    }

    private static let places = Dictionary(
        uniqueKeysWithValues: Knob.allCases.enumerated().map { ($1, $0) })
}

extension KnobSettings {
    var accountCount: Int { count(.accounts) }
    var fraudCount: Int { Int((self[.accounts] * self[.fraudShare]).rounded()) }
    var exchangeCount: Int { Int((self[.accounts] * self[.exchangesPerAccount]).rounded()) }
    var sampleCount: Int { Int((self[.accounts] * self[.samplesPerAccount]).rounded()) }
}
