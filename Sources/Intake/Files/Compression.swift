/// How a file is packed.
enum Compression: String, Hashable, Sendable {
    case none, gzip, zstd
}

/// How the rows of a file are written.
enum RowForm: Hashable, Sendable {
    case csv, jsonl, yaml
}
