/// Whether typed letters occur in a text in this order, and how well.
enum FuzzyMatch {
    /// Higher is better; nil where a letter is missing. Letters in a row and at the start of words count more.
    ///
    /// Complexity: O(length of the text).
    static func score(_ typed: String, in text: String) -> Int? {
        let wanted = letters(typed).filter { $0 != UInt8(ascii: " ") }
        guard !wanted.isEmpty else { return 0 }
        let bytes = letters(text)
        var next = 0
        var run = 0
        var score = 0
        for (index, byte) in bytes.enumerated() {
            guard next < wanted.count else { break }
            guard byte == wanted[next] else {
                run = 0
                continue
            }
            let startsWord = index == 0 || bytes[index - 1] == UInt8(ascii: " ")
            run += 1
            score += 1 + 2 * (run - 1) + (startsWord ? 4 : 0)
            next += 1
        }
        // Among equal matches the shorter text is the closer one.
        return next == wanted.count ? 16 * score - min(bytes.count, 255) / 16 : nil
    }

    private static func letters(_ text: String) -> [UInt8] {
        text.utf8.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 + 32 : $0 }
    }
}
