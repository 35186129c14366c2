import Casework

/// What a person made of a list: kept when the program ends, and what undo goes back to.
struct ListState: Hashable, Sendable, Codable {
    var filterText = ""
    var sort: SortOrder?
    /// The chosen column.
    var column = 0
    /// Names of the columns that are not shown.
    var hidden: Set<String> = []
    var marks = Marks()
}
