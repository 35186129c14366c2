import Casework
import Terminal

/// A member as a line of a page, and the families that speak for a membership.
enum MemberLines {
    static func line(_ member: MemberRow, width: Int) -> PageLine {
        var line = PageLine(" ")
        let idColumns = max(12, min(28, width - 52))
        line.gap(1)
        line.field(member.accountId.string, idColumns, .emphasis, cut: .middle)
        line.number(Figures.probability(member.probability), 6)
        line.gap(1)
        line.bar(member.probability, 6)
        line.gap(1)
        line.field(member.role.rawValue, 10)
        line.field(member.status?.rawValue ?? "-", 10, .muted)
        line.number(Figures.count(member.exchanges), 9)
        line.gap(2)
        if width >= Page.wideColumns { line.text(families(member.familyBits), .muted) }
        line.target = .account(member.accountId)
        return line
    }

    /// `means +11.2  language +9.1`, the strongest first.
    static func families(_ bits: [EvidenceFamily: Double]) -> String {
        sorted(bits).map { "\($0.0.rawValue) \(SignalLines.signed($0.1))" }.joined(separator: "  ")
    }

    static func sorted(_ bits: [EvidenceFamily: Double]) -> [(EvidenceFamily, Double)] {
        bits.map { ($0.key, $0.value) }
            .sorted { $0.1 == $1.1 ? $0.0 < $1.0 : $0.1 > $1.1 }
    }
}
