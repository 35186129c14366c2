import Casework
import Terminal

/// Something the palette offers.
struct PaletteEntry: Equatable, Sendable {
    enum Action: Equatable, Sendable {
        case command(Command)
        case open(Target)
    }

    var title: String
    /// The key that does the same, or nothing.
    var key: String
    var action: Action
}

/// What an id that was typed or pasted could name.
enum PaletteIDs {
    /// `account:ID`, `campaign:ID`, `group:ID`, `link:A~B`, or a bare id, which may be an account or a group.
    ///
    /// - Parameter isUnknown: true where the case has nothing that begins so: a bare text then names nothing.
    static func entries(_ text: String, isUnknown: Bool = false) -> [PaletteEntry] {
        let text = text.trimmingSpaces
        guard !text.isEmpty else { return [] }
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init)
        if parts.count == 2, !parts[1].isEmpty {
            switch parts[0] {
            case "account": return [account(parts[1])]
            case "campaign", "group": return [group(parts[1])]
            case "link": return link(parts[1]).map { [$0] } ?? []
            case "net": return [network(parts[1])]
            case "template": return [template(parts[1])]
            case "artifact": return artifact(parts[1]).map { [$0] } ?? []
            default: break
            }
        }
        if AddressRange(text) != nil { return [network(text), account(text)] }
        if text.hasPrefix("T-") { return [template(text), account(text)] }
        if isUnknown { return [] }
        let both = [account(text), group(text)]
        return isGroupID(text) ? both.reversed() : both
    }

    /// `C-01`, `G-07`: the ids that this tool gives.
    static func isGroupID(_ text: String) -> Bool {
        (text.hasPrefix("C-") || text.hasPrefix("G-")) && text.count <= 8
    }

    private static func account(_ id: String) -> PaletteEntry {
        PaletteEntry(title: "open account \(id)", key: "", action: .open(.account(AccountID(id))))
    }

    private static func group(_ id: String) -> PaletteEntry {
        PaletteEntry(title: "open campaign or group \(id)", key: "", action: .open(.group(id)))
    }

    private static func network(_ text: String) -> PaletteEntry {
        PaletteEntry(title: "open network or address \(text)", key: "", action: .open(.network(text)))
    }

    private static func template(_ id: String) -> PaletteEntry {
        PaletteEntry(title: "open frame \(id)", key: "", action: .open(.template(id)))
    }

    /// `KIND:VALUE`; the value may hold colons.
    private static func artifact(_ text: String) -> PaletteEntry? {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        let artifact = Artifact(kind: ArtifactKind(parts[0]), value: ExactText(parts[1]))
        return PaletteEntry(
            title: "open \(parts[0]) \(parts[1])", key: "", action: .open(.artifact(artifact)))
    }

    private static func link(_ text: String) -> PaletteEntry? {
        let ids = text.split(separator: "~").map { AccountID(String($0)) }
        guard ids.count == 2 else { return nil }
        return PaletteEntry(
            title: "explain link \(ids[0]) ~ \(ids[1])", key: "", action: .open(.explanation(ids[0], ids[1])))
    }
}

extension String {
    /// Without white space at either end.
    var trimmingSpaces: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
