import Casework

/// Numbers as people read them; the same text everywhere, in any locale.
enum Figures {
    /// `48,210`
    static func count(_ value: Int) -> String {
        let digits = String(value.magnitude)
        var text = value < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
            text.append(digit)
        }
        return text
    }

    /// `.998`; `<.001` and `>.999` for what rounds to certainty, which evidence never gives.
    static func probability(_ value: Double) -> String {
        guard value.isFinite else { return "?" }
        if value < 0.0005 { return "<.001" }
        if value > 0.9994 { return ">.999" }
        return "." + padded(Int((value * 1000).rounded()), digits: 3)
    }

    /// `11.2`, `-3.0`; two decimals where items are added up before the reader's eyes.
    static func bits(_ value: Double, digits: Int = 1) -> String { decimal(value, digits: digits) }

    /// `47 %`
    static func percent(_ value: Double) -> String {
        guard value.isFinite else { return "?" }
        return "\(Int((min(max(value, -9.99), 99.99) * 100).rounded())) %"
    }

    /// A figure of any size with up to three decimals.
    static func figure(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e15 else { return "?" }
        if value == value.rounded() { return count(Int(value)) }
        return decimal(value, digits: abs(value) < 10 ? 3 : 1)
    }

    /// `2026-01-12 03:14:07Z`
    static func time(_ value: Timestamp) -> String { value.shown }

    /// `2026-01-12 03:14`, for columns and lines whose heading or end says the zone.
    static func minute(_ value: Timestamp) -> String { String(value.shown.prefix(16)) }

    /// `12 accounts`, `1 account`.
    static func counted(_ value: Int, _ noun: String, plural: String? = nil) -> String {
        "\(count(value)) \(value == 1 ? noun : plural ?? noun + (noun.hasSuffix("s") ? "es" : "s"))"
    }

    /// The words of ICD 203 for a probability.
    static func verbal(_ value: Double) -> String { VerbalScales.likelihood(value) }

    private static func decimal(_ value: Double, digits: Int) -> String {
        guard value.isFinite, abs(value) < 1e15 else { return "?" }
        let scale = (0..<digits).reduce(1) { product, _ in product * 10 }
        let units = Int((abs(value) * Double(scale)).rounded())
        let sign = value < 0 && units > 0 ? "-" : ""
        return "\(sign)\(count(units / scale)).\(padded(units % scale, digits: digits))"
    }

    private static func padded(_ value: Int, digits: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
