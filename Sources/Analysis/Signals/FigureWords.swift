import Foundation

/// Figures as people read them.
enum FigureWords {
    /// `38 %`, `0.4 %`, `under 0.1 %`.
    static func percent(_ share: Double) -> String {
        let value = (share.isFinite ? min(1, max(0, share)) : 0) * 100
        if value == 0 { return "0 %" }
        if value < 0.1 { return "under 0.1 %" }
        return value < 9.95 ? "\(oneDecimal(value)) %" : "\(Int(value.rounded())) %"
    }

    /// `7`, `2.4`, `1,240`.
    static func number(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e15 else { return "-" }
        if value != value.rounded(), abs(value) < 99.95 { return oneDecimal(value) }
        return count(Int(value.rounded()))
    }

    /// `1,240`.
    static func count(_ value: Int) -> String {
        let digits = Array(String(value.magnitude))
        var text = value < 0 ? "-" : ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return text
    }

    /// `40 s`, `12 min`, `9.5 h`, `4 days`.
    static func duration(_ seconds: Double) -> String {
        switch seconds {
        case ..<120: "\(number(seconds.rounded())) s"
        case ..<7200: "\(number((seconds / 60).rounded())) min"
        case ..<172_800: "\(number(seconds / 3600)) h"
        default: "\(number(seconds / 86_400)) days"
        }
    }

    /// `1 account`, `3 accounts`.
    static func counted(_ value: Int, _ noun: String) -> String {
        "\(count(value)) \(noun)\(value == 1 ? "" : "s")"
    }

    private static func oneDecimal(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
}
