/// One row of evidence, opened: where it stands and what it says.
public struct RowDetail: Sendable, Codable, Hashable {
    /// A column of the row.
    public struct Field: Sendable, Codable, Hashable {
        public var name: String
        public var value: String
        /// The value as something that accounts can share; nil where it is none.
        public var artifact: Artifact?

        public init(name: String, value: String, artifact: Artifact? = nil) {
            self.name = name
            self.value = value
            self.artifact = artifact
        }
    }

    public var row: RowReference
    public var source: SourceRow
    /// Bytes from the beginning of the file to the row.
    public var offset: Int
    /// The account the row is about.
    public var account: AccountID?
    /// What the case keeps of the row, empty columns left out.
    public var fields: [Field]

    public init(row: RowReference, source: SourceRow, offset: Int) {
        self.row = row
        self.source = source
        self.offset = offset
        fields = []
    }
}
