import Casework

/// Text for XML 1.0, which forbids most controls even when escaped: they become visible marks.
enum XMLText {
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in SafeOutput.escaped(text).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
