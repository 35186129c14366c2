import Casework
import Terminal

/// The palette: a line that is typed, and which of the entries is chosen.
struct PaletteModel: Sendable {
    private(set) var editor = LineEditor()
    private(set) var selected = 0
    private var names = PaletteNames()

    mutating func take(_ key: Key) {
        if editor.take(key) { selected = 0 }
    }

    mutating func paste(_ text: String) {
        editor.insert(text)
        selected = 0
    }

    mutating func move(by step: Int, of count: Int) {
        selected = min(max(0, selected + step), max(0, count - 1))
    }

    func chosen(of entries: [PaletteEntry]) -> PaletteEntry? {
        entries.indices.contains(selected) ? entries[selected] : nil
    }

    /// What the case has to be asked for the text as it is.
    mutating func want(_ tokens: inout TokenSource) -> [Intent] { names.want(editor.text, &tokens) }

    /// Takes names; false when they are not for this palette.
    mutating func receive(_ found: [NameMatch], for token: Token) -> Bool { names.receive(found, for: token) }

    mutating func fail(for token: Token) -> Bool { names.receive([], for: token) }

    /// Commands that match, best first, then what the text could name. An id comes first when it looks like one.
    func entries(_ keymap: Keymap, in context: Context) -> [PaletteEntry] {
        let text = editor.text
        let commands = keymap.bindings(in: context).compactMap { entry($0, text) }
        let sorted = commands.enumerated().sorted { left, right in
            left.element.score == right.element.score
                ? left.offset < right.offset : left.element.score > right.element.score
        }
        let found = sorted.map(\.element.entry)
        let known = names.entries(text)
        let ids = known.isEmpty ? PaletteIDs.entries(text, isUnknown: names.isUnknown(text)) : known
        return text.contains(where: { $0.isNumber || $0 == ":" }) ? ids + found : found + ids
    }

    private func entry(_ binding: Binding, _ text: String) -> (entry: PaletteEntry, score: Int)? {
        // By what it does, or by its name in scripts, which is the nearer the more of it is typed.
        let scores = [binding.description, binding.command.name ?? ""].compactMap {
            FuzzyMatch.score(text, in: $0)
        }
        guard binding.command != .palette, let score = scores.max() else { return nil }
        let entry = PaletteEntry(
            title: binding.description, key: binding.keys.first?.description ?? "",
            action: .command(binding.command))
        return (entry, score)
    }
}
