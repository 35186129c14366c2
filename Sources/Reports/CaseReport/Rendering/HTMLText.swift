import Casework

/// Text for HTML. Evidence is hostile: what could hide, reorder or steer becomes a visible mark, and markup becomes text.
enum HTMLText {
    static func escaped(_ text: String) -> String { written(text, breakEvery: .max) }

    /// The same for table cells: long words may be broken, so that none of them makes a column wide.
    static func breakable(_ text: String) -> String { written(text, breakEvery: longestPiece) }

    /// A SHA-256 in two lines.
    private static let longestPiece = 32

    private static func written(_ text: String, breakEvery most: Int) -> String {
        var result = ""
        var run = 0
        for scalar in SafeOutput.escaped(text).unicodeScalars {
            run = scalar == " " ? 0 : run + 1
            if run > most {
                result += "<wbr>"
                run = 1
            }
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// An id of ours as the value of an `id` attribute and of a link to it.
    static func anchor(_ id: String) -> String {
        String(
            String.UnicodeScalarView(
                id.unicodeScalars.map {
                    $0.isASCII
                        && ($0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "-"
                            || $0 == ".")
                        ? $0 : "-"
                }))
    }
}
