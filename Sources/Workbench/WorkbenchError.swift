/// Why a job could not begin. The wording is in `description`, nowhere else.
public enum WorkbenchError: Error, Hashable, Sendable {
    case noSuchEvidence(String)
    case unknownAccount(String)
    case sameAccount(String)
    case notAnalysed
    /// Evidence came in after the analysis.
    case analysisIsOlder
}

extension WorkbenchError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noSuchEvidence(let path): "there is no file or folder at \(path); nothing was imported"
        case .unknownAccount(let id): "account \(id) is not in the case; ids are exact and case-sensitive"
        case .sameAccount(let id): "\(id) is one account; give two different ones"
        case .analysisIsOlder:
            "evidence came in after the analysis; run `revenuer analyze` first, then ask what would change"
        case .notAnalysed: "the case has not been analysed yet; run `revenuer analyze` first"
        }
    }
}
