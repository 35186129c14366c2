import Foundation

/// The zone in which people are shown times, on screens and in reports. What machines read is in UTC.
public struct DisplayZone: Sendable, Equatable {
    /// In force for whatever is drawn or written within; UTC unless somebody asked for another.
    @TaskLocal public static var current = DisplayZone.utc

    public static let utc = DisplayZone(name: "UTC", zone: nil)

    /// As it was asked for.
    public let name: String
    private let zone: TimeZone?

    private init(name: String, zone: TimeZone?) {
        self.name = name
        self.zone = zone
    }

    /// - Parameter name: `UTC`, `Europe/Berlin`, or a fixed offset such as `+02:00`.
    /// - Returns: nil for names that the system does not know.
    public init?(_ name: String) {
        if name == "UTC" || name == "Z" {
            self = .utc
        } else if let seconds = DisplayZone.offset(name) {
            self.init(name: name, zone: TimeZone(secondsFromGMT: seconds))
        } else {
            // Abbreviations such as CST stand for several zones.
            guard name.contains("/"), let zone = TimeZone(identifier: name) else { return nil }
            self.init(name: name, zone: zone)
        }
    }

    public var isUTC: Bool { zone == nil }

    /// What to add to UTC at a moment.
    public func offsetSeconds(at time: Timestamp) -> Int {
        zone?.secondsFromGMT(for: Date(timeIntervalSince1970: Double(time.milliseconds) / 1000)) ?? 0
    }

    /// `+02:00`, at most 18 hours.
    private static func offset(_ text: String) -> Int? {
        let bytes = Array(text.utf8)
        guard bytes.count == 6, bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-"),
            bytes[3] == UInt8(ascii: ":")
        else { return nil }
        let digits = [1, 2, 4, 5].map { Int(bytes[$0]) - 48 }
        guard digits.allSatisfy((0...9).contains) else { return nil }
        let (hours, minutes) = (digits[0] * 10 + digits[1], digits[2] * 10 + digits[3])
        guard hours <= 18, minutes < 60 else { return nil }
        return (bytes[0] == UInt8(ascii: "-") ? -1 : 1) * (hours * 3600 + minutes * 60)
    }
}

extension Timestamp {
    /// `2026-01-12T03:14:07Z`; where another zone is in force `2026-01-12T04:14:07+01:00`.
    public var inZone: String {
        let seconds = DisplayZone.current.offsetSeconds(at: self)
        guard !DisplayZone.current.isUTC else { return rfc3339 }
        let local = Timestamp(milliseconds: milliseconds + Int64(seconds) * 1000).rfc3339
        return local.dropLast() + Timestamp.offset(seconds)
    }

    /// `2026-01-12 03:14:07Z`, as people read it.
    public var shown: String { shown(clock: 8) }

    /// `2026-01-12 03:14Z`
    public var shownToMinute: String { shown(clock: 5) }

    private func shown(clock: Int) -> String {
        let seconds = DisplayZone.current.offsetSeconds(at: self)
        let local = Timestamp(milliseconds: milliseconds + Int64(seconds) * 1000).rfc3339
        let zone = DisplayZone.current.isUTC ? "Z" : Timestamp.offset(seconds)
        return "\(local.prefix(10)) \(local.dropFirst(11).prefix(clock))\(zone)"
    }

    private static func offset(_ seconds: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let minutes = abs(seconds) / 60
        return "\(seconds < 0 ? "-" : "+")\(two(minutes / 60)):\(two(minutes % 60))"
    }
}
