import Casework
import Terminal

/// What is known of a range of addresses.
enum NetworkLines {
    static func facts(_ row: NetworkRow, width: Int, glyphs: Glyphs) -> [PageLine] {
        let owner = [row.asn.map { "AS \($0)" }, row.asName, row.country].compactMap(\.self)
        var lines = [
            PageLine(" \(row.net)", .title),
            PageLine(" " + (owner.isEmpty ? "of an unknown AS" : owner.joined(separator: " · "))),
        ]
        let hides = row.usage.map(NetworkLines.hiding.contains) ?? false
        lines.append(
            PageLine(" used as \(row.usage?.words ?? "unknown")", hides ? .innocent : .normal))
        if hides {
            let words = "strangers share such addresses: on its own it links nobody"
            lines += Wrapping.lines(words, width: width - 2, glyphs: glyphs).map {
                PageLine(" " + $0, .innocent)
            }
        }
        if let users = row.userCount {
            lines.append(PageLine(" about \(Figures.counted(users, "user")) behind one address", .innocent))
        }
        var held = PageLine(" used by \(Figures.counted(row.accounts, "account"))")
        held.text(", \(Figures.count(row.flagged)) flagged", row.flagged > 0 ? .warning : .muted)
        return lines + [held]
    }

    /// Usages behind which unrelated people come out.
    private static let hiding: Set<NetworkUsage> = [.vpn, .cgnat, .mobile, .residentialProxy, .education]
}

/// A range of addresses or one address, opened.
struct NetworkScreen: PageScreen {
    /// As it was asked for: a range, or an address.
    let name: String
    var scroll = PageScroll()
    private var detail = Loaded<NetworkDetail>()

    init(_ name: String) { self.name = name }

    var context: Context { .network }
    var crumbs: [String] { ["Networks", name] }
    var target: Target? { .network(name) }
    var copyName: String? { name }
    var subject: EntityName? { AddressRange(name).map { .net($0) } }

    func page(width: Int, standing: Standing, glyphs: Glyphs) -> Page {
        detail.page(width: width) { detail in
            var page = Page(width: width)
            if let address = detail.address {
                page.add(PageLine(" the address \(address), in", .emphasis))
            }
            page.add(NetworkLines.facts(detail.row, width: width, glyphs: glyphs))
            page.space()
            page.add(HolderLines.lines(detail.holders, total: detail.row.accounts, width: width))
            return page
        }
    }

    mutating func want(_ tokens: inout TokenSource) -> [Intent] { detail.want(.network(name), &tokens) }

    mutating func receive(_ answer: Answer, for token: Token) -> Bool {
        guard case .network(let value) = answer else { return false }
        return detail.receive(value, for: token)
    }

    mutating func fail(_ message: String, for token: Token) -> Bool { detail.fail(message, for: token) }

    mutating func forget() { detail.forget() }
}
