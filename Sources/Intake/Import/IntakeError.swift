public import Casework

/// Why an import cannot begin or go on. What is wrong with one file is a `FileFailure`, never this.
public enum IntakeError: Error, Sendable {
    case noSuchPath(String)
    /// `table` was given for a folder; it names the table of single files.
    case tableForFolder(String)
    case unreadableFolder(String, errno: Int32)
    /// The import was told to stop: the file at hand is abandoned whole, those before it stand.
    case cancelled(soFar: ImportSummary)
}

extension IntakeError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noSuchPath(let path): "\(path): no such file or folder"
        case .tableForFolder(let path): "\(path): --table names the table of a single file, this is a folder"
        case .unreadableFolder(let path, let code): "\(path): cannot list the folder: \(systemMessage(code))"
        case .cancelled(let summary): "stopped after \(summary.files.count) files"
        }
    }
}

/// Why one file fails as a whole; other files go on.
enum FileFailure: Error, Hashable {
    case unreadable(errno: Int32)
    case notAFile(String)
    case changedWhileRead
    case truncated(Compression)
    case broken(Compression, String)
    case noMemory
    case noHeader
    case unreadableHeader(RejectReason)
    case missingHeader(String)
    case duplicateHeader
    case tooManyColumns
    case tooBig(limitBytes: Int)
    case yaml(line: Int, String)
    /// The file does not fit its map, or the map is broken.
    case map(String, line: Int, String)
    case noMap(String)
    /// What a check outside of this target says of a file of rules or indicators.
    case check(line: Int?, String)

    /// One line for people; evidence content other than header names the format knows stays out.
    var message: String {
        switch self {
        case .unreadable(let code): "cannot be read: \(systemMessage(code))"
        case .notAFile(let kind): "is \(kind), not a file; give the file itself"
        case .changedWhileRead: "changed while it was read; import it again when nothing writes to it"
        case .truncated(let form): "the \(form.rawValue) stream ends before its end; fetch the file again"
        case .broken(let form, let problem): "the \(form.rawValue) stream is broken: \(problem)"
        case .noMemory: "not enough memory to unpack it"
        case .noHeader: "has no header line"
        case .unreadableHeader(let reason): "the header line cannot be read (\(reason.name))"
        case .missingHeader(let name): "the required column \(name) is missing in the header"
        case .duplicateHeader: "a column name stands twice in the header"
        case .tooManyColumns: "has more than \(Limits.columns) columns or longer names than are read"
        case .tooBig(let limit): "is bigger than \(limit >> 10) KiB, the most that is read of such a file"
        case .yaml(let line, let problem): "line \(line): \(problem)"
        case .map(let map, let line, let problem): "the map \(map), line \(line): \(problem)"
        case .noMap(let problem): problem
        case .check(let line, let problem): (line.map { "line \($0): " } ?? "") + problem
        }
    }
}
