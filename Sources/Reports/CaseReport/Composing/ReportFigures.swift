import Casework
import Foundation

/// Figures as reports print them: the same everywhere, whatever the locale.
enum ReportFigures {
    /// `19,089`
    static func count(_ value: Int) -> String {
        var digits = Array(String(value.magnitude))
        var place = digits.count - 3
        while place > 0 {
            digits.insert(",", at: place)
            place -= 3
        }
        return (value < 0 ? "−" : "") + String(digits)
    }

    /// `1 account`, `2 accounts`.
    static func counted(_ value: Int, _ noun: String, _ plural: String? = nil) -> String {
        count(value) + " " + (value == 1 ? noun : plural ?? noun + "s")
    }

    /// `.987`; beyond three digits `>.999` and `<.001`.
    static func probability(_ value: Double?) -> String {
        guard let value, value.isFinite else { return "withheld" }
        if value > 0.9995 { return ">.999" }
        if value < 0.0005 { return "<.001" }
        let units = Int((value * 1000).rounded())
        return "." + String(repeating: "0", count: 3 - String(units).count) + String(units)
    }

    /// A bound of a band: `.90`.
    static func hundredths(_ value: Double) -> String {
        let units = Int((value * 100).rounded())
        return (units < 10 ? ".0" : ".") + String(units)
    }

    /// One decimal, with a true minus.
    static func decimal(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e15 else { return "–" }
        let tenths = Int((abs(value) * 10).rounded())
        return (value < 0 && tenths > 0 ? "−" : "") + count(tenths / 10) + ".\(tenths % 10)"
    }

    /// A figure of any size: shares with two decimals, the rest with one.
    static func measure(_ value: Double) -> String {
        abs(value) < 1 && value != 0 ? (value < 0 ? "−" : "") + hundredths(abs(value)) : decimal(value)
    }

    /// Bits with their sign: `+4.0`, `−6.0`.
    static func bits(_ value: Double) -> String { (value > 0 ? "+" : "") + decimal(value) }

    static func percent(_ share: Double) -> String {
        guard share.isFinite else { return "–" }
        let percent = share * 100
        if share > 0, percent < 1 { return "<1 %" }
        if share < 1, percent > 99 { return ">99 %" }
        return "\(Int(percent.rounded())) %"
    }

    /// How many times more probable, from a log2 likelihood ratio of at least 0: two digits that count.
    static func times(_ bits: Double) -> String {
        if bits >= 20 { return "more than 1,000,000" }
        let ratio = exp2(bits)
        var unit = 1.0
        while ratio / unit >= 100 { unit *= 10 }
        let rounded = (ratio / unit).rounded() * unit
        return "about " + (rounded < 10 ? decimal(ratio) : count(Int(rounded)))
    }

    /// p and q values: three digits, or a power of ten.
    static func significance(_ value: Double?) -> String {
        guard let value, value.isFinite else { return "–" }
        if value < 1e-300 { return "<1e−300" }
        if value >= 0.001 { return probability(value) }
        var exponent = 0
        var scaled = value
        while scaled < 1 {
            scaled *= 10
            exponent += 1
        }
        return decimal(scaled) + "e−\(exponent)"
    }

    static func period(_ from: Timestamp?, _ to: Timestamp?) -> String {
        switch (from, to) {
        case (let from?, let to?): from.day == to.day ? from.day : "\(from.day) to \(to.day)"
        case (let from?, nil): "from \(from.day)"
        case (nil, let to?): "until \(to.day)"
        case (nil, nil): "no time known"
        }
    }
}
