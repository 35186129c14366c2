/// Why an invented case could not be written.
public enum SyntheticCaseError: Error, Equatable, Sendable {
    case folderNotEmpty(path: String)
    case cannotWrite(path: String, reason: String)
    case compression(code: Int)
    case unknownKnob(String)
    case badKnob(knob: String, value: String, allowed: String)
    case crowded(accounts: Int, wanted: Int)
    case tooFewFraudulent(accounts: Int)
    case noOperations(fraudulent: Int)
    case overfull(exchanges: Int, wanted: Int)
}

extension SyntheticCaseError {
    /// Whether what was asked for cannot be, in contrast to what went wrong on the way.
    public var isUsage: Bool {
        switch self {
        case .folderNotEmpty, .cannotWrite, .compression: return false
        case .unknownKnob, .badKnob, .crowded, .tooFewFraudulent, .noOperations, .overfull: return true
        }
    }
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
        case .unknownKnob(let name):
            return "There is no knob named \(name). `revenuer generate --list-knobs` names them all."
        case .badKnob(let knob, let value, let allowed):
            return "The knob \(knob) cannot stand at \"\(value)\". It takes \(allowed)."
        case .crowded(let accounts, let wanted):
            return "Operations and look-alikes want \(wanted) accounts and there are \(accounts)."
                + " Ask for more accounts, or for smaller shares."
        case .tooFewFraudulent(let accounts):
            return "\(accounts) fraudulent accounts are too few for an operation, which needs five."
                + " Ask for more fraud or more accounts, or set fraud-share=0."
        case .noOperations(let fraudulent):
            return "There are to be \(fraudulent) fraudulent accounts and no operation that holds them."
                + " Turn up an operation's knob, or set fraud-share=0."
        case .overfull(let exchanges, let wanted):
            return
                "Operations, heavy users and hourly jobs want \(wanted) of \(exchanges) exchanges, and a tenth"
                + " has to be left to everybody else. Turn up exchanges-per-account, or turn down fraud-traffic,"
                + " heavy-share or hourly-job-share."
        }
    }
}
