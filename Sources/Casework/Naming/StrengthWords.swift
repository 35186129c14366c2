import Foundation

/// Likelihood ratios and probabilities in sentences.
public enum StrengthWords {
    /// How many times, from a log2 ratio of at least 0: two digits that count. `about 60`, `more than 1,000,000`.
    public static func times(_ bits: Double) -> String {
        guard bits < 20 else { return "more than 1,000,000" }
        let ratio = exp2(max(0, bits.isNaN ? 0 : bits))
        var unit = 1.0
        while ratio / unit >= 100 { unit *= 10 }
        let rounded = (ratio / unit).rounded() * unit
        guard rounded < 10 else { return "about " + CountWords.grouped(Int(rounded)) }
        let tenths = Int((ratio * 10).rounded())
        return "about \(tenths / 10).\(tenths % 10)"
    }

    /// `.987`; beyond three digits `>.999` and `<.001`.
    public static func probability(_ value: Double) -> String {
        guard value.isFinite else { return "unknown" }
        if value > 0.9995 { return ">.999" }
        if value < 0.0005 { return "<.001" }
        let units = Int((value * 1000).rounded())
        return "." + String(repeating: "0", count: 3 - String(units).count) + String(units)
    }
}
