import Casework
import Foundation
import Terminal

/// The addresses of an account and who else was behind them.
enum DossierAddresses {
    /// From this many flagged accounts on, an address stands out.
    private static let manyFlagged = 10

    /// The sentence an investigator asks for: how many of its addresses are shared with many flagged accounts.
    static func sentence(_ dossier: AccountDossier, width: Int, glyphs: Glyphs) -> [PageLine] {
        let many = dossier.addresses.filter { ($0.flagged ?? 0) >= manyFlagged }.count
        guard many > 0 else {
            let text = "Connected to no address that has \(manyFlagged) or more flagged accounts"
            return wrapped(text, .muted, width, glyphs)
        }
        let addresses = many == 1 ? "1 address that has" : "\(Figures.count(many)) addresses that each have"
        let text = "Connected to \(addresses) \(manyFlagged) or more flagged accounts"
        return wrapped(text, .warning, width, glyphs)
    }

    /// Other kinds of values that it shares with many flagged accounts, and why those are flagged.
    private static func others(_ dossier: AccountDossier, width: Int, glyphs: Glyphs) -> [PageLine] {
        dossier.connections.filter { $0.count > 0 }.flatMap { found -> [PageLine] in
            let sentences = found.words.components(separatedBy: ". ")
            let shown = found.kind == .address ? Array(sentences.dropFirst()) : sentences
            return shown.flatMap { sentence in
                let isClaim = sentence.hasPrefix("This account")
                let text = sentence.replacing("This account is connected", with: "Connected")
                return wrapped(text, isClaim ? .warning : .muted, width, glyphs, limit: 4)
            }
        }
    }

    static func lines(_ dossier: AccountDossier, width: Int, glyphs: Glyphs, limit: Int) -> [PageLine] {
        var lines = sentence(dossier, width: width, glyphs: glyphs)
        lines += others(dossier, width: width, glyphs: glyphs)
        if dossier.connections.contains(where: { $0.count > 0 }) {
            lines[0].target = .connections(dossier.row.accountId)
        }
        guard !dossier.addresses.isEmpty else { return lines }
        let whereColumns = max(0, width - 54)
        var heading = PageLine()
        heading.field(" address", 18, .muted)
        heading.number("accounts", 10, .muted)
        heading.number("flagged", 9, .muted)
        heading.number("exchanges", 11, .muted)
        heading.gap(2)
        if whereColumns >= 8 { heading.text("network", .muted) }
        lines.append(heading)
        let sorted = dossier.addresses.sorted(by: isBefore)
        lines += sorted.prefix(limit).map { line($0, hasNetwork: whereColumns >= 8) }
        return lines + GroupParts.more(sorted.count - limit, "address")
    }

    private static func line(_ use: AddressUse, hasNetwork: Bool) -> PageLine {
        var line = PageLine(" ")
        line.field(use.address, 17, .normal, cut: .middle)
        line.number(use.accounts.map(Figures.count) ?? "?", 10)
        let isMany = (use.flagged ?? 0) >= manyFlagged
        line.number(use.flagged.map(Figures.count) ?? "?", 9, isMany ? .warning : .normal)
        line.number(Figures.count(use.exchanges), 11)
        line.gap(2)
        line.target = .network(use.address)
        guard hasNetwork else { return line }
        let words = [use.usage?.words, use.asName, use.asn.map { "AS \($0)" }].compactMap(\.self)
        line.text(words.joined(separator: " · "), .muted)
        return line
    }

    private static func isBefore(_ left: AddressUse, _ right: AddressUse) -> Bool {
        let flags = (left.flagged ?? 0, right.flagged ?? 0)
        if flags.0 != flags.1 { return flags.0 > flags.1 }
        if left.exchanges != right.exchanges { return left.exchanges > right.exchanges }
        return left.address.utf8.lexicographicallyPrecedes(right.address.utf8)
    }

    private static func wrapped(
        _ text: String, _ style: Style, _ width: Int, _ glyphs: Glyphs, limit: Int = 2
    ) -> [PageLine] {
        Wrapping.lines(text, width: width - 2, glyphs: glyphs, limit: limit).map { PageLine(" " + $0, style) }
    }
}

extension NetworkUsage {
    /// The usage in words.
    var words: String {
        switch self {
        case .residentialProxy: "residential proxy"
        case .cgnat: "carrier NAT"
        case .vpn: "VPN"
        case .isp: "ISP"
        default: rawValue
        }
    }
}
