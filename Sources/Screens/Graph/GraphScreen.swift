import Casework
import Terminal

/// The neighbourhood of a selection: as a tree to open node by node, or as a matrix of accounts and shared values.
struct GraphScreen: PageScreen {
    enum Form: Sendable { case tree, matrix }

    /// Nil where nothing was selected and the case has nothing to begin with.
    let root: GraphNode?
    /// Why it begins where it does; nil where somebody selected it.
    let preface: String?
    private(set) var form = Form.tree
    private(set) var tree: GraphTree
    private(set) var matrix: MatrixModel
    private var treeScroll = PageScroll()
    private var matrixScroll = PageScroll()

    init(_ root: GraphNode?, preface: String? = nil) {
        self.root = root
        self.preface = preface
        tree = GraphTree(root ?? .accounts([]))
        matrix = MatrixModel(root ?? .accounts([]))
    }

    /// Each form has a cursor of its own.
    var scroll: PageScroll {
        get { form == .tree ? treeScroll : matrixScroll }
        set { if form == .tree { treeScroll = newValue } else { matrixScroll = newValue } }
    }

    var context: Context { form == .tree ? .graph : .matrix }
    var crumbs: [String] { ["Graph"] + (root.map { [$0.name] } ?? []) + (form == .tree ? [] : ["Matrix"]) }
    var target: Target? { root.map(Target.graph) }
    var copyName: String? { current?.copyName }
    var subject: EntityName? { current?.subject }

    /// The node under the cursor, or else the root.
    private var current: GraphNode? {
        guard form == .tree else { return root }
        let choices = tree.lines.filter(\.isChoice)
        guard choices.indices.contains(treeScroll.choice) else { return root }
        return choices[treeScroll.choice].way.last ?? root
    }

    // MARK: - View

    func page(width: Int, standing: Standing, glyphs: Glyphs) -> Page {
        var page = Page(width: width)
        page.pin(head(width, glyphs) + [PageLine()])
        guard root != nil else { return page }
        switch form {
        case .tree:
            let tree = GraphPage(tree: tree, glyphs: glyphs)
            page.pin([tree.heading(width)])
            page.add(tree.lines(width: width))
        case .matrix: matrix.add(to: &page, glyphs: glyphs)
        }
        return page
    }

    private func head(_ width: Int, _ glyphs: Glyphs) -> [PageLine] {
        guard let root else {
            let words =
                "Nothing was selected, and no campaign was found to begin with. Open an account, a value or a group, or mark accounts in a list, and press 7 there."
            return Wrapping.lines(words, width: width - 2, glyphs: glyphs).map { PageLine(" " + $0) }
        }
        var line = PageLine(" \(root.noun)  ", .muted)
        line.text(root.name, .title)
        line.text(form == .tree ? "   as a tree" : "   as a matrix", .muted)
        let preface = preface.map { Wrapping.lines($0, width: width - 2, glyphs: glyphs, limit: 3) } ?? []
        return [line] + preface.map { PageLine(" " + $0, .muted) }
    }

    // MARK: - Update

    mutating func perform(_ command: Command, on page: Page, choice: Int?) -> ScreenOutcome? {
        if command == .otherForm {
            guard root != nil else {
                return .say(.problem("There is nothing to show yet: nothing is selected."))
            }
            form = form == .tree ? .matrix : .tree
            return .done
        }
        return form == .tree ? performOnTree(command, choice) : matrix.perform(command, choice)
    }

    private mutating func performOnTree(_ command: Command, _ choice: Int?) -> ScreenOutcome? {
        guard [.open, .openThing, .expand, .collapse, .path].contains(command) else { return nil }
        let choices = tree.lines.filter(\.isChoice)
        guard let choice, choices.indices.contains(choice) else {
            return .say(.problem("There is no node under the cursor."))
        }
        let line = choices[choice]
        switch command {
        case .openThing: return open(line)
        case .path: return path(to: line)
        case .collapse: return collapse(line, choices)
        default:
            if case .more = line.content {
                tree.showMore(of: line.way)
                return .done
            }
            return command == .expand ? expand(line, choice, choices) : toggle(line)
        }
    }

    private mutating func expand(_ line: GraphLine, _ choice: Int, _ choices: [GraphLine]) -> ScreenOutcome {
        guard tree.isExpanded(line.way) else {
            tree.expand(line.way)
            return .done
        }
        let next = choice + 1
        let isInside = choices.indices.contains(next) && choices[next].way.starts(with: line.way)
        return isInside ? .choose(next) : .say(.note("It is open, and there is nothing in it."))
    }

    private mutating func collapse(_ line: GraphLine, _ choices: [GraphLine]) -> ScreenOutcome {
        if case .node = line.content, tree.collapse(line.way) { return .done }
        var parent = line.way
        if case .node = line.content { parent = line.way.dropLast() }
        guard !parent.isEmpty, let place = choices.firstIndex(where: { $0.isNode && $0.way == parent }) else {
            return .say(.note("It is closed, and nothing stands above it."))
        }
        if line.isNode { return .choose(place) }
        _ = tree.collapse(parent)
        return .choose(place)
    }

    private mutating func toggle(_ line: GraphLine) -> ScreenOutcome {
        if tree[line.way]?.total == 0 { return open(line) }
        if !tree.collapse(line.way) { tree.expand(line.way) }
        return .done
    }

    private func open(_ line: GraphLine) -> ScreenOutcome {
        let node = line.way.last ?? tree.root
        if case .artifact(let artifact) = node, Target(artifact) == nil {
            return .say(
                .problem("An analysis derived this value: it has no page. Who has it stands below it."))
        }
        return GraphPage.target(node).map { .open($0) } ?? .done
    }

    /// From the nearest account above a node, or from the root, to the account under the cursor.
    private func path(to line: GraphLine) -> ScreenOutcome {
        let accounts = ([tree.root] + line.way).compactMap { node -> AccountID? in
            if case .account(let id) = node { id } else { nil }
        }
        guard line.isNode, case .account(let end)? = line.way.last, let start = accounts.first, start != end
        else {
            return .say(
                .problem("A path needs two accounts: put the cursor on an account below another account."))
        }
        return .open(.path(start, end))
    }

    /// Closes the node that was opened last, and puts the cursor on it; nil where none is open.
    mutating func collapseLast() -> ScreenOutcome? {
        guard let way = tree.collapseLast() else { return nil }
        let place = tree.lines.filter(\.isChoice).firstIndex { $0.isNode && $0.way == way }
        return place.map { .choose($0) } ?? .done
    }

    // MARK: - Reading

    mutating func want(_ tokens: inout TokenSource) -> [Intent] {
        guard root != nil else { return [] }
        return form == .tree ? tree.want(&tokens) : matrix.want(&tokens)
    }

    /// What came in above the cursor does not move it to another node.
    mutating func receive(_ answer: Answer, for token: Token) -> Bool {
        switch answer {
        case .neighbours(let value):
            let choices = tree.lines.filter(\.isChoice)
            let chosen = choices.indices.contains(treeScroll.choice) ? choices[treeScroll.choice] : nil
            guard tree.receive(value, for: token) else { return false }
            let place = tree.lines.filter(\.isChoice).firstIndex { line in
                chosen.map { line.way == $0.way && line.isNode == $0.isNode } ?? false
            }
            if let place { treeScroll.follow(to: place) }
            return true
        case .matrix(let value): return matrix.receive(value, for: token)
        default: return false
        }
    }

    mutating func fail(_ message: String, for token: Token) -> Bool {
        tree.fail(message, for: token) || matrix.fail(message, for: token)
    }

    mutating func forget() {
        tree.forget()
        matrix.forget()
    }
}

extension GraphLine {
    var isNode: Bool { if case .node = content { true } else { false } }
}
