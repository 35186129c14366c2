import Casework
import Terminal

/// Accounts against the values they share, with the value that is chosen.
struct MatrixModel: Sendable {
    let root: GraphNode
    private(set) var column = 0
    private var matrix = Loaded<GraphMatrix>()

    init(_ root: GraphNode) { self.root = root }

    mutating func perform(_ command: Command, _ choice: Int?) -> ScreenOutcome? {
        switch command {
        case .previousColumn: return move(to: column - 1)
        case .nextColumn: return move(to: column + 1)
        case .openThing: return openValue()
        case .path: return path(choice)
        default: return nil
        }
    }

    private mutating func move(to wanted: Int) -> ScreenOutcome {
        guard let count = matrix.value?.columns.count, (0..<count).contains(wanted) else {
            return .say(.note(wanted < 0 ? "This is the first value." : "This is the last value."))
        }
        column = wanted
        return .done
    }

    private func openValue() -> ScreenOutcome {
        guard let columns = matrix.value?.columns, columns.indices.contains(column),
            case .artifact(let artifact) = columns[column].node
        else { return .say(.problem("There is no value to open.")) }
        guard let target = Target(artifact) else {
            return .say(.problem("An analysis derived this value: it has no page."))
        }
        return .open(target)
    }

    private func path(_ choice: Int?) -> ScreenOutcome {
        guard case .account(let start) = root, let choice, let rows = matrix.value?.rows,
            rows.indices.contains(choice), rows[choice].account.accountId != start
        else {
            return .say(
                .problem("A path needs two accounts: this matrix is of no account, or the cursor is on it."))
        }
        return .open(.path(start, rows[choice].account.accountId))
    }

    mutating func want(_ tokens: inout TokenSource) -> [Intent] { matrix.want(.matrix(root), &tokens) }

    mutating func receive(_ value: GraphMatrix, for token: Token) -> Bool {
        column = min(column, max(0, value.columns.count - 1))
        return matrix.receive(value, for: token)
    }

    mutating func fail(_ message: String, for token: Token) -> Bool { matrix.fail(message, for: token) }

    mutating func forget() { matrix.forget() }

    func add(to page: inout Page, glyphs: Glyphs) {
        if let value = matrix.value {
            let matrix = MatrixPage(matrix: value, column: column, glyphs: glyphs)
            page.pin(matrix.head(width: page.width))
            page.add(matrix.lines(width: page.width))
        } else if let failure = matrix.failure {
            page.add(PageLine(" This could not be read: \(failure)", .danger))
        } else {
            page.add(PageLine(" reading \(glyphs.ellipsis)", .muted))
        }
    }
}
