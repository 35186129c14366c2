import Casework

/// Why a case could not be opened, read or written. The wording is in `description`, nowhere else.
public enum StoreError: Error, Hashable, Sendable {
    case missing(path: String)
    case alreadyExists(path: String)
    case cannotCreate(path: String, reason: String)
    /// A file, but no case: no SQLite database, or another program's.
    case notACase(path: String)
    case newerVersion(path: String, found: Int, known: Int)
    /// Another process is writing to the case.
    case locked(path: String)
    case corrupt(path: String, detail: String)
    case storage(path: String, code: Int32, message: String)
    /// A filter or sort names a column that the list does not have.
    case unknownField(name: String, list: String)
    /// A comparison that the column's type does not allow.
    case wrongComparison(field: String, type: String)
    /// A condition on `holds` that names no value; the text as it stands.
    case noHeldValue(String)
    /// The import was given up: an earlier error, or the sink was closed.
    case importStopped(String)
    /// Something to be shown is not in the case.
    case notFound(String)
    case emptyNote
    case emptyReason
    /// What was decided on is what an earlier analysis found.
    case otherAnalysis
    case longReason(bytes: Int, limit: Int)
    /// Nothing of this actor to withdraw; so many other actors have a decision in force.
    case noDecision(subject: String, actor: String, others: Int)
}

extension StoreError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .missing(let path):
            "no case at \(path); make one with `revenuer new` or `revenuer import`"
        case .alreadyExists(let path):
            "\(path) already exists and is not overwritten; choose another name"
        case .cannotCreate(let path, let reason):
            "cannot create \(path): \(reason)"
        case .notACase(let path):
            "\(path) is not a case file"
        case .newerVersion(let path, let found, let known):
            "\(path) was written by a newer revenuer (format \(found), this one knows \(known)); update revenuer"
        case .locked(let path):
            "another process is writing to \(path); wait for it to end, or open the case read-only"
        case .corrupt(let path, let detail):
            "\(path) is damaged: \(detail); restore it from a copy, or import the evidence again"
        case .storage(let path, let code, let message):
            "\(path): storage error \(code): \(message)"
        case .unknownField(let name, let list):
            "\(list) have no field named \(name)"
        case .wrongComparison(let field, let type):
            "\(field) is \(type): this comparison makes no sense"
        case .noHeldValue(let text):
            "holds takes one value, KIND:VALUE, such as holds:payment:pf_81c0; found '\(SafeOutput.brief(text))'"
        case .importStopped(let reason):
            "the import was stopped: \(reason)"
        case .otherAnalysis:
            "the case was analysed again meanwhile: look at what it says now, and decide again"
        case .notFound(let name):
            "\(name) is not in the case"
        case .emptyNote:
            "a tag or comment needs some words; nothing was written down"
        case .emptyReason:
            "a decision needs a reason in words; nothing was written down"
        case .longReason(let bytes, let limit):
            "a reason of \(bytes) bytes is too long: at most \(limit); nothing was written down"
        case .noDecision(let subject, let actor, let others):
            "\(actor) has no decision in force on \(subject)"
                + (others == 0
                    ? "; there is nothing to withdraw"
                    : "; others have, and a decision is withdrawn by who made it")
        }
    }
}
