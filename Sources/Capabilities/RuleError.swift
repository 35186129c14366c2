/// Why a file of rules cannot be used.
public struct RuleError: Error, Hashable, Sendable {
    /// What is wrong.
    public enum Cause: Hashable, Sendable {
        case tooLarge(bytes: Int)
        /// All files together, at this one.
        case setTooLarge(bytes: Int)
        case tooManyRules(Int)
        case tooMuchXor(times: Int)
        case holdsNUL
        /// In libyara's words.
        case syntax(String)
        case includeNotAllowed
        case moduleNotAllowed(String)
        case costlyPattern(string: String)
        case badWeight(rule: String)
        case badCapability(rule: String)
        /// On an empty text already.
        case notScannableInTime(rule: String)
        /// libyara gave this code.
        case libyara(code: Int)
    }

    public var file: String
    /// From 1; nil where no line can be named.
    public var line: Int?
    public var cause: Cause

    public init(file: String, line: Int?, cause: Cause) {
        self.file = file
        self.line = line
        self.cause = cause
    }
}
