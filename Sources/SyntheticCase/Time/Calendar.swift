/// The dates on which something happens in the invented world.
enum Calendar {
    static let opening = Instant(2025, 11, 3)
    /// The first second after the period.
    static let closing = Instant(2026, 2, 19)
    static let period = opening..<closing
    static let release = Instant(2026, 1, 15, 17, 0)
    static let verification = Instant(2025, 12, 15)
    static let banWaves = [
        Instant(2025, 12, 4, 9, 30), Instant(2026, 1, 8, 14, 10), Instant(2026, 1, 29, 11, 45),
    ]

    /// The part of the period in which an account created at `created` and closed at `closed` can act.
    static func life(created: Instant, closed: Instant?) -> Range<Instant> {
        let start = max(opening, created + 4 * Instant.minute)
        let end = min(closing, closed ?? closing)
        return start..<max(start + Instant.hour, end)
    }
}
