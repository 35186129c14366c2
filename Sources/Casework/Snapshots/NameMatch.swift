/// A thing of the case that somebody may mean who typed the beginning of its name.
public struct NameMatch: Hashable, Sendable {
    public var name: EntityName
    /// What to say beside the name, such as what a group is called; empty where there is nothing.
    public var words: String
    /// The row of a sample.
    public var row: RowReference?

    public init(_ name: EntityName, words: String = "", row: RowReference? = nil) {
        self.name = name
        self.words = words
        self.row = row
    }
}
