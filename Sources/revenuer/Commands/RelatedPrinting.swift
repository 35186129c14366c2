import Casework
import Foundation

/// Related accounts for people: one line an account, under it the hops of its chain.
enum RelatedPrinting {
    static func lines(_ found: RelatedAccounts) -> [String] {
        let reached = found.reached.enumerated().map { "\($1.grouped) at hop \($0 + 1)" }.joined(
            separator: ", ")
        var lines = ["\(found.accountId): \(reached.isEmpty ? "no account is reached" : reached)", ""]
        lines += found.related.flatMap { account($0) }
        if !found.related.isEmpty { lines.append("") }
        return lines + found.notes.map { "\($0.prefix(1).uppercased())\($0.dropFirst())." }
    }

    private static func account(_ account: RelatedAccounts.Account) -> [String] {
        let flags = account.flagged.map(\.rawValue).joined(separator: ", ")
        let standing = [account.campaign ?? account.group, flags.isEmpty ? nil : "flagged: \(flags)"]
            .compactMap { $0 }
        let hops = account.hops == 1 ? "1 hop " : "\(account.hops) hops"
        let bits = String(format: "%6.1f bits", account.weakestBits)
        let head =
            "\(hops)  \(bits)  \(account.accountId)  \(standing.joined(separator: "  "))  (\(account.strength))"
        return [head] + account.chain.map { "          " + hop($0) }
    }

    private static func hop(_ hop: RelatedAccounts.Hop) -> String {
        let shown = hop.shared.prefix(signalsShown).map { signal in
            "\(signal.kind.rawValue) \(SafeOutput.brief(signal.value.string, limit: 32))"
                + String(format: " %.1f", signal.bits)
        }
        let more = hop.shared.count - signalsShown
        let shared = shown.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
        return "\(hop.from) → \(hop.to)" + String(format: "  %.1f bits: ", hop.bits) + shared
    }

    private static let signalsShown = 4
}
