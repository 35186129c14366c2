import Casework

/// The filter that a frequency table leads to: the rows of the value under the cursor, or of all marked ones.
enum FrequencyFilter {
    /// - Parameters:
    ///   - filter: what the table was counted under.
    ///   - values: the filters of the chosen values.
    static func joined(_ filter: String, _ values: [String]) -> String {
        let chosen =
            values.count == 1 ? values[0] : "(" + values.map { "(\($0))" }.joined(separator: " or ") + ")"
        guard filter.contains(where: { !$0.isWhitespace }) else {
            return values.count == 1 ? chosen : String(chosen.dropFirst().dropLast())
        }
        return "(\(filter)) \(chosen)"
    }
}
