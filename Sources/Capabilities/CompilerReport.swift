internal import CYara

/// What libyara said while it compiled one file.
final class CompilerReport {
    private(set) var firstError: (line: Int?, cause: RuleError.Cause)?
    private(set) var warnings: [(line: Int, message: String)] = []
    private let compiler: UnsafePointer<YR_COMPILER>

    init(_ compiler: UnsafeMutablePointer<YR_COMPILER>) {
        self.compiler = UnsafePointer(compiler)
    }

    /// The report behind the pointer that libyara hands back.
    static func from(_ context: UnsafeMutableRawPointer?) -> CompilerReport? {
        context.map { Unmanaged<CompilerReport>.fromOpaque($0).takeUnretainedValue() }
    }

    func clear() {
        firstError = nil
        warnings = []
    }

    func note(level: Int32, line: Int32, message: UnsafePointer<CChar>?) {
        let text = message.map { String(cString: $0).printableASCII } ?? "unknown error"
        guard level == YARA_ERROR_LEVEL_ERROR else {
            warnings.append((Int(line), text))
            return
        }
        guard firstError == nil else { return }
        firstError = (Int(line), text == "includes are disabled" ? .includeNotAllowed : .syntax(text))
    }

    func weigh(_ pattern: UnsafePointer<RE_AST>?, name: UnsafePointer<CChar>?) {
        guard firstError == nil, let root = pattern?.pointee.root_node else { return }
        guard PatternCost(root).steps > RuleLimits.patternSteps else { return }
        let string = name.map { String(cString: $0).printableASCII } ?? "a pattern"
        firstError = (Int(cyara_current_line(compiler)), .costlyPattern(string: string))
    }
}
