import Casework

/// The filter that a frequency table leads to: the rows of the value under the cursor, or of all marked ones.
enum FrequencyFilter {
    /// - Parameters:
    ///   - filter: what the table was counted under.
    ///   - values: the filters of the chosen values.
    static func joined(_ filter: String, _ values: [String]) -> String {
        let parts = values.map { $0.contains(" ") ? "(\($0))" : $0 }
        let isCounted = filter.contains { !$0.isWhitespace }
        let chosen = parts.joined(separator: " or ")
        guard isCounted else { return values.count == 1 ? values[0] : chosen }
        let before = filter.contains(" or ") ? "(\(filter))" : filter
        return "\(before) " + (parts.count == 1 ? chosen : "(\(chosen))")
    }
}
