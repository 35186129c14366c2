import Casework

/// Names that the case has for the beginning of one. One question at a time; the text of now is asked next.
struct PaletteNames: Sendable {
    /// Shorter beginnings say nothing.
    private static let leastLetters = 2

    private var found: [NameMatch] = []
    /// What `found` begins with; nil before the first answer.
    private var text: String?
    private var pending: (token: Token, text: String)?

    mutating func want(_ typed: String, _ tokens: inout TokenSource) -> [Intent] {
        let typed = typed.trimmingSpaces
        guard pending == nil, typed != text, typed.unicodeScalars.count >= PaletteNames.leastLetters else {
            return []
        }
        let token = tokens.next()
        pending = (token, typed)
        return [.load(.names(typed), token)]
    }

    mutating func receive(_ found: [NameMatch], for token: Token) -> Bool {
        guard let done = pending, done.token == token else { return false }
        pending = nil
        text = done.text
        self.found = found
        return true
    }

    /// What the case has for the text; of an answer about a shorter text what fits the present one too.
    func entries(_ typed: String) -> [PaletteEntry] {
        let typed = typed.trimmingSpaces
        guard let text, typed.lowercased().hasPrefix(text.lowercased()) else { return [] }
        return found.compactMap { match in
            guard typed == text || PaletteNames.fits(match, typed) else { return nil }
            return PaletteNames.entry(match)
        }
    }

    /// Whether the case was asked for this text and has nothing that begins so.
    func isUnknown(_ typed: String) -> Bool { text == typed.trimmingSpaces && found.isEmpty }

    private static func fits(_ match: NameMatch, _ typed: String) -> Bool {
        let name = "\(match.name)".lowercased()
        return name.contains(typed.lowercased()) || match.words.lowercased().contains(typed.lowercased())
    }

    private static func entry(_ match: NameMatch) -> PaletteEntry? {
        let target = match.row.map(Target.sample) ?? match.name.target
        guard let target else { return nil }
        let words = match.words.isEmpty ? "" : "  \(match.words)"
        return PaletteEntry(title: "\(match.name)\(words)", key: "", action: .open(target))
    }
}
