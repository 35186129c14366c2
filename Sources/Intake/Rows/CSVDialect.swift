import Casework

/// How a CSV file differs from the format's own.
struct CSVDialect {
    var delimiter = Byte.comma
    /// The columns of a file without a header.
    var columns: [String]?
    /// Whether a name that stands twice is made `name#2`, and does not fail the file.
    var numbersRepeatedNames = false

    /// Nameless columns are `column N`; further ones of one name get a number.
    static func numbered(_ names: [String]) -> [String] {
        var seen: [ExactText: Int] = [:]
        return names.enumerated().map { index, name in
            let name = name.isEmpty ? "column \(index + 1)" : name
            seen[ExactText(name), default: 0] += 1
            let count = seen[ExactText(name)] ?? 1
            return count == 1 ? name : "\(name)#\(count)"
        }
    }
}
