import Casework

/// Why a filter cannot be read, and where.
struct FilterProblem: Error, Hashable {
    /// The offending characters; empty where something is missing.
    var range: Range<Int>
    var message: String
}

/// Reads the text of a filter line.
enum FilterReading {
    static func read(_ text: String, fields: [FieldDescription]) -> Result<Filter, FilterProblem> {
        guard text.contains(where: { !$0.isWhitespace }) else { return .success(.everything) }
        do {
            return .success(try FilterParser.parse(text, fields: fields))
        } catch {
            return .failure(FilterProblem(range: error.characterRange(in: text), message: error.description))
        }
    }
}
