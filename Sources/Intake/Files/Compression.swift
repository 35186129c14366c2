/// How a file is packed.
enum Compression: String, Hashable, Sendable {
    case none, gzip, zstd
}

/// How the rows of a file are written.
enum RowForm: Hashable, Sendable {
    case csv, jsonl
    /// JSON objects one after the other, over as many lines as they like, or in one array; for maps only.
    case json
    /// Lines of fields with spaces between; for maps only.
    case log
    /// One document that is taken as a whole.
    case yaml, rules, indicators
}
