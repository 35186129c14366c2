import Casework

/// Why a job could not begin. The wording is in `description`, nowhere else.
public enum WorkbenchError: Error, Hashable, Sendable {
    case noSuchEvidence(String)
    case unknownAccount(String)
    case sameAccount(String)
    case notAnalysed
    /// Evidence came in after the analysis.
    case analysisIsOlder
    /// The analysis was made by another method than this program's.
    case analysisByOtherMethod
    /// Other decisions bind than those the analysis was made with.
    case analysisBeforeDecisions
    /// A field counts values of a kind that the case has none of.
    case unknownKind(field: String, kind: String, meant: String?, known: [String])
    /// Neither a kind of artifact nor a family; `meant` is the nearest.
    case unknownName(String, meant: String?, known: [String])
    /// No `KIND:VALUE`.
    case notAValue(String)
    /// A value that no account has.
    case unknownValue(String)
    case nothingLeftOut
}

extension WorkbenchError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noSuchEvidence(let path): "there is no file or folder at \(path); nothing was imported"
        case .unknownAccount(let id): "account \(id) is not in the case; ids are exact and case-sensitive"
        case .sameAccount(let id): "\(id) is one account; give two different ones"
        case .analysisIsOlder:
            "evidence came in after the analysis; run `revenuer analyze` first, then ask what would change"
        case .analysisByOtherMethod:
            "the analysis was made by another method than this program has, so what would change could come from the method alone; run `revenuer analyze` first, then ask what would change"
        case .analysisBeforeDecisions:
            "decisions were made or withdrawn after the analysis, so what would change could come from them alone; run `revenuer analyze` first, then ask what would change"
        case .unknownKind(let field, let kind, let meant, let known):
            "\(field): the case has no values of the kind \(kind).\(Self.meant(meant)) Kinds here: \(known.joined(separator: ", "))."
        case .unknownName(let name, let meant, let known):
            "\(SafeOutput.brief(name)): the case has no such kind and there is no such family.\(Self.meant(meant)) Known: \(known.joined(separator: ", "))."
        case .notAValue(let text): "\(SafeOutput.brief(text)): expected KIND:VALUE."
        case .unknownValue(let text):
            "\(SafeOutput.brief(text)): no account of the case has this value; values are exact and case-sensitive."
        case .nothingLeftOut:
            "nothing is left out: name a kind, a family, source:N or KIND:VALUE, several apart by commas"
        case .notAnalysed: "the case has not been analysed yet; run `revenuer analyze` first"
        }
    }

    private static func meant(_ name: String?) -> String { name.map { " Did you mean \($0)?" } ?? "" }
}
