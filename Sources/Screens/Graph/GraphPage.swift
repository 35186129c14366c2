import Casework
import Terminal

/// The tree as lines: nodes indented, their counts and weights in columns at the right.
struct GraphPage {
    let tree: GraphTree
    let glyphs: Glyphs

    /// Deeper nodes are not indented any further.
    private static let mostIndents = 12
    private static let rightColumns = 36

    func lines(width: Int) -> [PageLine] { tree.lines.map { line($0, width) } }

    func heading(_ width: Int) -> PageLine {
        var line = PageLine(" ")
        line.field("strongest first", width - GraphPage.rightColumns - 1, .muted)
        line.number("accounts", 9, .muted)
        line.number("flagged", 9, .muted)
        line.number("bits", 7, .muted)
        return line
    }

    private func line(_ line: GraphLine, _ width: Int) -> PageLine {
        let indent = 1 + 2 * min(line.depth, GraphPage.mostIndents)
        var drawn = PageLine()
        drawn.gap(indent)
        switch line.content {
        case .node(let row): node(row, line.way, &drawn, room: width - indent - GraphPage.rightColumns)
        case .more(let count): more(count, line.way, &drawn)
        case .reading: drawn.text("  reading \(glyphs.ellipsis)", .muted)
        case .failure(let words): drawn.text("  this could not be read: \(words)", .danger)
        case .note(let words): drawn.text("  \(words)", .muted)
        case .nothing: drawn.text("  " + nothing(line.way.last ?? tree.root), .innocent)
        }
        return drawn
    }

    private func more(_ count: Int, _ way: GraphTree.Way, _ line: inout PageLine) {
        let parent = way.last ?? tree.root
        line.text(
            "  \(glyphs.ellipsis) \(Figures.counted(count, "more \(GraphPage.child(of: parent))"))", .accent)
        line.target = GraphPage.target(parent)
    }

    private func nothing(_ node: GraphNode) -> String {
        switch node {
        case .account: "it shares no value with another account"
        case .artifact: "no other account holds it"
        case .group: "nothing is known to tie it"
        case .accounts: "no account was chosen"
        }
    }

    private static func child(of node: GraphNode) -> String {
        switch node {
        case .account, .group: "value"
        case .artifact, .accounts: "account"
        }
    }

    // MARK: - Nodes

    private func node(_ row: GraphRow, _ way: GraphTree.Way, _ line: inout PageLine, room: Int) {
        line.text(sign(way) + " ", .accent)
        switch row.node {
        case .artifact(let artifact): value(artifact, row, &line, room: room - 2)
        default: account(row, &line, room: room - 2)
        }
        line.target = GraphPage.target(row.node)
    }

    /// Open, closed, or known to have nothing below it.
    private func sign(_ way: GraphTree.Way) -> String {
        if tree[way]?.total == 0 { return glyphs.separator }
        return tree.isExpanded(way) ? glyphs.expanded : glyphs.collapsed
    }

    private func value(_ artifact: Artifact, _ row: GraphRow, _ line: inout PageLine, room: Int) {
        let kind = min(13, artifact.kind.rawValue.utf8.count + 1)
        line.field(artifact.kind.rawValue, kind, .muted)
        line.field(artifact.value.string, room - kind, .emphasis, cut: .middle)
        line.number(row.accounts.map(Figures.count) ?? "-", 9)
        let flagged = row.flagged ?? 0
        line.number(row.flagged.map(Figures.count) ?? "-", 9, flagged > 0 ? .warning : .muted)
        line.number(row.bits.map { Figures.bits($0) } ?? "-", 7, isWeighed(row) ? .normal : .muted)
        line.text("  " + (row.verdict?.word ?? "unjudged"), isWeighed(row) ? .muted : .innocent)
    }

    private func isWeighed(_ row: GraphRow) -> Bool {
        row.verdict != .shared && row.verdict != .barred && row.bits != nil
    }

    private func account(_ row: GraphRow, _ line: inout PageLine, room: Int) {
        guard let account = row.account else {
            if case .account(let id) = row.node { line.text(id.string, .emphasis) }
            return
        }
        line.field(account.accountId.string, room, .emphasis, cut: .middle)
        line.gap(2)
        let group = account.campaign ?? account.group
        line.field(group ?? "in no group", 11, account.campaign == nil ? .muted : .warning)
        line.gap(1)
        line.field(account.role?.rawValue ?? "", 9, .muted)
        line.number(account.probability.map(Figures.probability) ?? "", 5)
        line.gap(1)
        let standing = account.status.map { $0 == .active ? "" : $0.rawValue } ?? ""
        line.field(standing, 7, account.flagged.contains(.provider) ? .warning : .muted)
    }

    /// What `o` opens.
    static func target(_ node: GraphNode) -> Target? {
        switch node {
        case .account(let id): .account(id)
        case .artifact(let artifact): Target(artifact) ?? .list(.artifacts)
        case .group(let id): .group(id)
        case .accounts: .list(.accounts)
        }
    }
}

extension ArtifactVerdict.Verdict {
    /// One word for a column.
    var word: String {
        switch self {
        case .operation: "one hand"
        case .shared: "shared"
        case .unknown: "unclear"
        case .barred: "barred"
        }
    }
}
