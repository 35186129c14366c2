import Casework

/// How times are written in a foreign file.
struct TimePattern: Sendable {
    private enum Form: Sendable {
        /// Counted since 1970, so many to a second.
        case counted(perSecond: Int64)
        /// `2026-01-31 13:00[:00[.5]]`, with `T` or a space, and with or without an offset.
        case iso
        case parts([TimePart])
    }

    /// For messages.
    static let names = "rfc3339, iso, clf, epoch_seconds, epoch_millis, epoch_micros, epoch_nanos"

    private let form: Form
    /// What counts where a value has no offset; nil: such a value is no time.
    private let zoneMinutes: Int?

    /// - Parameter word: a name, or a format with `%Y %y %m %d %H %I %M %S %f %p %b %B %a %A %z %Z %s %T %%`.
    init?(_ word: String, zoneMinutes: Int?) {
        self.zoneMinutes = zoneMinutes
        switch word {
        case "rfc3339", "iso": form = .iso
        case "epoch_seconds": form = .counted(perSecond: 1)
        case "epoch_millis": form = .counted(perSecond: 1000)
        case "epoch_micros": form = .counted(perSecond: 1_000_000)
        case "epoch_nanos": form = .counted(perSecond: 1_000_000_000)
        case "clf":
            guard let parts = TimePart.read("%d/%b/%Y:%H:%M:%S %z") else { return nil }
            form = .parts(parts)
        default:
            guard let parts = TimePart.read(word) else { return nil }
            form = .parts(parts)
        }
    }

    /// Whether no value can ever be a time, since neither the format nor the map says the zone.
    var needsZone: Bool {
        guard zoneMinutes == nil, case .parts(let parts) = form else { return false }
        return !parts.contains { $0 == .offset || $0 == .zoneName || $0 == .epoch }
    }

    /// Milliseconds since 1970 in UTC; nil for what is not written so. Linear in the length.
    func milliseconds(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
        var cursor = TimeCursor(bytes)
        switch form {
        case .counted(let perSecond): return cursor.counted(perSecond: perSecond)
        case .iso:
            guard cursor.iso() else { return nil }
        case .parts(let parts):
            for part in parts where !cursor.take(part) { return nil }
        }
        return cursor.isAtEnd ? cursor.moment(zoneMinutes: zoneMinutes) : nil
    }

    /// `UTC`, `Z`, `+02:00`, `-0530`, `+2`.
    static func offsetMinutes(_ text: String) -> Int? {
        if ["UTC", "GMT", "Z"].contains(text) { return 0 }
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBufferPointer { bytes in
            var cursor = TimeCursor(bytes)
            return cursor.offset() && cursor.isAtEnd ? cursor.offsetMinutes : nil
        }
    }
}

/// One part of a format.
enum TimePart: Hashable, Sendable {
    case literal(UInt8)
    case year, shortYear, month, day, hour, hour12, minute, second, fraction, half, monthName, dayName
    case offset, zoneName, epoch

    /// Nil for a format with an unknown letter, or that does not name a day and an hour.
    static func read(_ format: String) -> [TimePart]? {
        let letters: [Character: [TimePart]] = [
            "Y": [.year], "y": [.shortYear], "m": [.month], "d": [.day], "e": [.day], "H": [.hour],
            "I": [.hour12], "M": [.minute], "S": [.second], "f": [.fraction], "p": [.half], "b": [.monthName],
            "B": [.monthName], "a": [.dayName], "A": [.dayName], "z": [.offset], "Z": [.zoneName],
            "s": [.epoch],
            "T": [.hour, .literal(0x3A), .minute, .literal(0x3A), .second], "%": [.literal(0x25)],
            "F": [.year, .literal(0x2D), .month, .literal(0x2D), .day],
        ]
        var parts: [TimePart] = []
        var rest = format[...]
        while let character = rest.popFirst() {
            if character != "%" {
                parts += character.utf8.map { .literal($0) }
            } else {
                guard let letter = rest.popFirst(), let known = letters[letter] else { return nil }
                parts += known
            }
        }
        let hasDay = parts.contains(.day) && (parts.contains(.month) || parts.contains(.monthName))
        let hasYear = parts.contains(.year) || parts.contains(.shortYear)
        let isWhole = hasDay && hasYear || parts.contains(.epoch)
        return isWhole && format.utf8.count <= MapLimits.nameBytes ? parts : nil
    }
}
