/// A moment: UTC milliseconds since 1970.
public struct Timestamp: Hashable, Comparable, Sendable, Codable {
    public var milliseconds: Int64

    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.milliseconds < right.milliseconds
    }

    /// 2000-01-01T00:00:00Z: what is earlier is no time of evidence.
    public static let earliest = Timestamp(milliseconds: 946_684_800_000)
    /// 2101-01-01T00:00:00Z: the first moment that is too late.
    public static let tooLate = Timestamp(milliseconds: 4_133_980_800_000)

    /// Encoded as RFC 3339 text in UTC.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let moment = Timestamp(rfc3339: text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "no RFC 3339 time: \(text)")
        }
        self = moment
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rfc3339)
    }
}

/// A logarithm to base 2 of a likelihood ratio or of odds.
public struct Bits: Hashable, Comparable, Sendable, Codable {
    public var value: Double

    public init(_ value: Double) { self.value = value }

    public static func < (left: Bits, right: Bits) -> Bool { left.value < right.value }

    public static func + (left: Bits, right: Bits) -> Bits { Bits(left.value + right.value) }

    /// The probability that belongs to these bits read as log2 odds.
    public var probability: Probability { Probability(1 / (1 + pow2(-value))) }

    public init(from decoder: any Decoder) throws {
        value = try decoder.singleValueContainer().decode(Double.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}

/// A number from 0 to 1.
public struct Probability: Hashable, Comparable, Sendable, Codable {
    public var value: Double

    /// Clamped to 0…1; not a number becomes 0.
    public init(_ value: Double) { self.value = value.isNaN ? 0 : min(1, max(0, value)) }

    public static func < (left: Probability, right: Probability) -> Bool { left.value < right.value }

    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(Double.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}
