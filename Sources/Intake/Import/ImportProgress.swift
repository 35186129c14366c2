/// How far an import is.
public struct ImportProgress: Hashable, Sendable {
    /// Bytes as received, of all files that are read.
    public var doneBytes: Int
    public var totalBytes: Int
    /// The file at hand, relative to its folder.
    public var file: String
    /// Rows of it that were read so far, rejected ones included.
    public var rows: Int
}
