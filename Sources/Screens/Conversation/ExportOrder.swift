public import Casework

/// Rows of a list to be written to a file.
public struct ExportOrder: Hashable, Sendable {
    public var list: RowList
    public var filter = Filter.everything
    public var sort: SortOrder?
    /// Only these rows, whatever the filter; nil for all that it keeps.
    public var marked: [ExactText]?
    /// Columns that are left out.
    public var hidden: Set<String> = []
    /// Its ending says the format: `.csv` or `.jsonl`.
    public var path: String

    public init(list: RowList, path: String) {
        self.list = list
        self.path = path
    }
}
