import Terminal

/// Breaks running text into lines.
enum Wrapping {
    /// At most `limit` lines of at most `width` columns; the last ends in an ellipsis where more would follow.
    ///
    /// Breaks at spaces, and within words wider than a line. Complexity: O(width · limit), however long the
    /// text is.
    static func lines(_ text: String, width: Int, glyphs: Glyphs, limit: Int = 8) -> [String] {
        guard width > 0, limit > 0 else { return [] }
        // Beyond this many scalars nothing could be shown; a megabyte is not read to the end.
        let reach = (width + 1) * (limit + 1) * (Cell.scalarLimit + 1)
        let head = text.unicodeScalars.prefix(reach)
        let words = head.split(separator: " ").map { String($0) }
        let isLonger = head.endIndex != text.unicodeScalars.endIndex
        return lines(
            of: words, separator: " ", width: width, glyphs: glyphs, limit: limit, isLonger: isLonger)
    }

    /// Like `lines`, but parts such as a period or a time are kept whole where they fit on a line.
    static func parts(
        _ parts: [String], separator: String = " · ", width: Int, glyphs: Glyphs, limit: Int = 4
    ) -> [String] {
        guard width > 0, limit > 0 else { return [] }
        return lines(
            of: parts, separator: separator, width: width, glyphs: glyphs, limit: limit, isLonger: false)
    }

    private static func lines(
        of words: [String], separator: String, width: Int, glyphs: Glyphs, limit: Int, isLonger: Bool
    ) -> [String] {
        let safe = SafeText(glyphs)
        var rest = Array(words.reversed())
        var lines: [String] = []
        while !rest.isEmpty, lines.count < limit {
            lines.append(takeLine(from: &rest, separator, width, safe))
        }
        if isLonger || !rest.isEmpty, let last = lines.popLast() {
            let room = max(0, width - safe.width(of: glyphs.ellipsis))
            let isFull = safe.width(of: last, limit: width) > room
            lines.append((isFull ? safe.fit(last, width: room, cut: .clip) : last) + glyphs.ellipsis)
        }
        return lines
    }

    /// Takes words from the end of `rest`, which is in reverse order.
    private static func takeLine(
        from rest: inout [String], _ separator: String, _ width: Int, _ safe: SafeText
    ) -> String {
        guard var line = rest.popLast() else { return "" }
        var used = safe.width(of: line, limit: width + 1)
        if used > width {
            let (head, tail) = cut(line, width, safe)
            if !tail.isEmpty { rest.append(tail) }
            return head
        }
        let gap = safe.width(of: separator)
        while let word = rest.last {
            let columns = safe.width(of: word, limit: width + 1)
            guard used + gap + columns <= width else { break }
            line += separator + word
            used += gap + columns
            rest.removeLast()
        }
        return line
    }

    /// The part of a word that fills a line, at least one character, and what is left.
    private static func cut(_ word: String, _ width: Int, _ safe: SafeText) -> (head: String, tail: String) {
        var used = 0
        var end = word.startIndex
        for index in word.indices {
            let columns = safe.width(of: String(word[index]), limit: width + 1)
            guard index == word.startIndex || used + columns <= width else { break }
            used += columns
            end = word.index(after: index)
        }
        return (String(word[..<end]), String(word[end...]))
    }
}
