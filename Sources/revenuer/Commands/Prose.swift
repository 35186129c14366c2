import Casework

/// Sentences on lines of a readable length.
enum Prose {
    /// Words apart by single spaces, wrapped where the next would pass `width`. Long words stay whole. The text is made
    /// safe first, so that marks count as they show.
    static func wrapped(_ text: String, indent: String = "", width: Int = 100) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in SafeOutput.escaped(text).split(separator: " ") {
            if !line.isEmpty, indent.count + line.count + 1 + word.count > width {
                lines.append(indent + line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        return line.isEmpty ? lines : lines + [indent + line]
    }

    /// A heading with one entry a bullet; nothing where there is none.
    static func list(_ title: String, _ entries: [String]) -> [String] {
        guard !entries.isEmpty else { return [] }
        return ["", title]
            + entries.flatMap { entry -> [String] in
                wrapped(entry, indent: "    ").enumerated().map { $0 == 0 ? "  - " + $1.dropFirst(4) : $1 }
            }
    }
}
