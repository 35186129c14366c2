import Terminal

/// The keys that work now, for the bottom line.
struct KeyHints: Equatable {
    /// A key and the word for what it does.
    struct Hint: Equatable {
        var key: String
        var word: String
    }

    /// In the order of the table, with `? help` always kept.
    let hints: [Hint]

    init(_ keymap: Keymap, in context: Context, leavingOut hidden: Set<Command> = []) {
        let commands = keymap.bindings(in: context).compactMap { binding -> Hint? in
            guard let word = binding.hint, let key = binding.keys.first, !hidden.contains(binding.command)
            else {
                return nil
            }
            return Hint(key: key.description, word: word)
        }
        // Where a newcomer begins, the ways to everything else are said first.
        hints = (context == .overview ? [Hint(key: "0-9", word: "screens")] : []) + commands
    }

    /// Draws as many as fit into the row, help first among those that must not be lost.
    func draw(on buffer: inout Buffer, in row: Rect) {
        let tail = hints.filter { $0.key == "?" }
        let reserved = tail.reduce(0) { $0 + $1.columns }
        var column = row.column + 1
        for hint in hints.filter({ $0.key != "?" }) {
            guard column + hint.columns + reserved <= row.endColumn else { continue }
            column = hint.draw(on: &buffer, at: Point(column: column, row: row.row))
        }
        for hint in tail { column = hint.draw(on: &buffer, at: Point(column: column, row: row.row)) }
    }
}

extension KeyHints.Hint {
    /// Keys and words are ASCII; two spaces after each.
    fileprivate var columns: Int { key.count + 1 + word.count + 2 }

    fileprivate func draw(on buffer: inout Buffer, at point: Point) -> Int {
        let used = buffer.put(key, at: point, style: .key)
        let word = buffer.put(word, at: point.moved(columns: used + 1), style: .footer)
        return point.column + used + 1 + word + 2
    }
}
