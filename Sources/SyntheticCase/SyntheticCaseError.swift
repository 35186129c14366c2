/// Why an invented case could not be written.
public enum SyntheticCaseError: Error, Equatable, Sendable {
    case folderNotEmpty(path: String)
    case cannotWrite(path: String, reason: String)
    case compression(code: Int)
}

extension SyntheticCaseError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .folderNotEmpty(let path):
            return
                "The folder \(path) is not empty. Name a new folder: an invented case never overwrites files."
        case .cannotWrite(let path, let reason):
            return "The file \(path) cannot be written: \(reason)."
        case .compression(let code):
            return "Compressing the exchanges failed with zlib code \(code)."
        }
    }
}
