/// What is read at most, so that hostile evidence costs bounded memory.
enum Limits {
    /// A CSV or JSONL row: the contract's 16 MiB.
    static let rowBytes = 16 << 20
    /// Between the quotes of a CSV field: the contract's 1 MiB.
    static let quotedBytes = 1 << 20
    /// Columns of a file, or different member names of a JSONL file: every row has a place for each.
    static let columns = 1024
    /// All names of a file's columns together.
    static let columnNameBytes = 1 << 20
    /// Nesting of JSON: deeper than any log, shallow enough for the stack.
    static let nesting = 128
    /// A YAML file: a case or profile takes a few KiB.
    static let yamlBytes = 1 << 20
    /// A file of YARA rules: the largest public collections keep far less in one file.
    static let ruleBytes = 1 << 20
    /// A bundle of indicators: about a hundred thousand objects.
    static let indicatorBytes = 64 << 20
    /// Aliases of a YAML file: few enough that nested ones cannot multiply out.
    static let yamlAliases = 16
    /// Rejects and faults are handed over when their texts reach this.
    static let pendingRawBytes = 8 << 20
    /// What a reject or fault takes beside its text, about.
    static let rejectOverheadBytes = 96
    /// Rows of an exchange batch: columns stay in the cache's reach, the sink is called rarely.
    static let exchangeRows = 262_144
    /// Rows times coded columns of an exchange batch: what a very wide file may take.
    static let exchangeCells = 16 << 20
    /// What is asked of a file at a time: big enough to be cheap, small enough for the cache.
    static let chunkBytes = 1 << 20
    /// Plain files from this size on are read and hashed on a second thread.
    static let readAheadBytes = 4 << 20
}

/// How much is held at a time; no result depends on it.
struct BufferSizes {
    var chunkBytes = Limits.chunkBytes
    var batchRows = Limits.exchangeRows
}
