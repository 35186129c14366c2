import Casework
import Terminal

/// Payments, attributes, clients, prompt keys: what the account holds and how many others hold it.
enum DossierHoldings {
    static func lines(_ title: String, _ holdings: [Holding], width: Int, limit: Int) -> [PageLine] {
        guard !holdings.isEmpty else { return [] }
        let valueColumns = max(6, width - 43)
        var heading = PageLine()
        heading.gap(1)
        heading.field(title, 14 + valueColumns, .heading)
        heading.number("uses", 9, .heading)
        heading.number("accounts", 10, .heading)
        heading.number("flagged", 9, .heading)
        let lines = holdings.prefix(limit).map { holding in
            var line = PageLine(" ")
            line.field(holding.paymentKind?.rawValue ?? holding.kind.rawValue, 13, .muted)
            line.gap(1)
            line.field(holding.value.string, valueColumns, .normal, cut: .middle)
            line.number(holding.uses.map(Figures.count) ?? "-", 9)
            line.number(holding.accounts.map(Figures.count) ?? "?", 10)
            line.number(holding.flagged.map(Figures.count) ?? "?", 9)
            line.target =
                holding.kind == .template
                ? .template(holding.value.string)
                : .artifact(Artifact(kind: holding.kind, value: holding.value))
            return line
        }
        return [heading] + lines + GroupParts.more(holdings.count - limit, "value")
    }
}
