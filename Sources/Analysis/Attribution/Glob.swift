/// A pattern with `*` (any text) and `?` (one byte), matched over the whole text, byte by byte.
struct Glob: Sendable {
    private let pattern: [UInt8]

    init(_ pattern: String) { self.pattern = Array(pattern.utf8) }

    /// O(text · stars) at worst, without recursion.
    func matches(_ text: String) -> Bool {
        let text = Array(text.utf8)
        var (i, j, star, mark) = (0, 0, -1, 0)
        while i < text.count {
            if j < pattern.count, pattern[j] == UInt8(ascii: "*") {
                (star, mark) = (j, i)
                j += 1
            } else if j < pattern.count, pattern[j] == UInt8(ascii: "?") || pattern[j] == text[i] {
                (i, j) = (i + 1, j + 1)
            } else if star >= 0 {
                mark += 1
                (i, j) = (mark, star + 1)
            } else {
                return false
            }
        }
        return pattern[j...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
