/// Which accounts the evidence covers; rarity and base rates need a background.
public enum Population: Hashable, Sendable {
    case all
    case suspects
    /// All suspects, and one in N of everybody else.
    case suspectsAndControl(oneIn: Int)

    /// `all`, `suspects`, `suspects+control 1:N`.
    public init?(_ text: String) {
        let words = text.split(separator: " ").map(String.init)
        switch words.first {
        case "all" where words.count == 1: self = .all
        case "suspects" where words.count == 1: self = .suspects
        case "suspects+control" where words.count == 2 && words[1].hasPrefix("1:"):
            guard let ratio = Int(words[1].dropFirst(2)), ratio >= 1 else { return nil }
            self = .suspectsAndControl(oneIn: ratio)
        default: return nil
        }
    }

    public var text: String {
        switch self {
        case .all: "all"
        case .suspects: "suspects"
        case .suspectsAndControl(let ratio): "suspects+control 1:\(ratio)"
        }
    }
}

/// What case.yaml says.
public struct CaseDescription: Hashable, Sendable {
    public var title: String?
    public var text: String?
    public var synthetic = false
    public var population = Population.all
    public var periodFrom: Timestamp?
    public var periodTo: Timestamp?
    /// ISO 3166-1 alpha-2, sorted.
    public var restrictedCountries: [String] = []
    /// Added to every exchange's time.
    public var clockOffsetSeconds = 0

    public init() {}
}

/// What is known of a lab, from profiles/*.yaml.
public struct LabProfile: Hashable, Sendable, Codable {
    public var name: String
    public var aliases: [String] = []
    /// The citation that the profile rests on.
    public var source: String?
    public var indicators = Indicators()
    /// Capability ids.
    public var targets: [String] = []
    public var workingHoursUTCOffset: Double?

    public struct Indicators: Hashable, Sendable, Codable {
        public var asNumbers: [Int] = []
        /// As text, canonical.
        public var ranges: [String] = []
        /// Globs over the values of attribute kinds that begin with `metadata`.
        public var metadata: [String] = []
        public var emailDomains: [String] = []
        public var fingerprints: [String] = []
        public var tlsJA4: [String] = []
        public var devices: [String] = []

        public init() {}
    }

    public init(name: String) { self.name = name }
}
