internal import CYara

/// Rules ready to be scanned with; owned by one scanner, because switching a rule off changes them.
final class CompiledRules {
    let rules: UnsafeMutablePointer<YR_RULES>

    fileprivate init(_ rules: UnsafeMutablePointer<YR_RULES>) {
        self.rules = rules
    }

    deinit { yr_rules_destroy(rules) }

    var count: Int { cyara_rule_count(rules) }

    func rule(_ index: Int) -> UnsafeMutablePointer<YR_RULE> { cyara_rule_at(rules, index) }

    func name(_ index: Int) -> String { String(cString: cyara_rule_name(rule(index))) }

    /// Place of its file among those compiled.
    func file(_ index: Int) -> Int { Int(String(cString: cyara_rule_namespace(rule(index)))) ?? 0 }

    func isPrivate(_ index: Int) -> Bool { cyara_rule_is_private(rule(index)) != 0 }
}

/// Compiles files of rules, each in a namespace of its own so that equal names do not clash.
///
/// No file is ever opened: `include` is refused. There are no external variables.
struct RuleCompilation {
    /// The warnings of libyara, `FILE:LINE: what`.
    private(set) var warnings: [String] = []
    private let compiler: UnsafeMutablePointer<YR_COMPILER>
    private let report: CompilerReport

    /// - Throws: the first error. The namespace of `files[n]` is `String(n)`.
    static func compile(_ files: [RuleFile]) throws(RuleError) -> (rules: CompiledRules, warnings: [String]) {
        try YaraLibrary.start(for: files.first?.name ?? "rules")
        var created: UnsafeMutablePointer<YR_COMPILER>?
        let code = yr_compiler_create(&created)
        guard code == ERROR_SUCCESS, let compiler = created else {
            throw RuleError(
                file: files.first?.name ?? "rules", line: nil, cause: .libyara(code: Int(code)))
        }
        defer { yr_compiler_destroy(compiler) }
        var compilation = RuleCompilation(compiler: compiler, report: CompilerReport(compiler))
        for (index, file) in files.enumerated() { try compilation.add(file, namespace: String(index)) }
        return (try compilation.finish(files.last?.name ?? "rules"), compilation.warnings)
    }

    private init(compiler: UnsafeMutablePointer<YR_COMPILER>, report: CompilerReport) {
        self.compiler = compiler
        self.report = report
        let context = Unmanaged.passUnretained(report).toOpaque()
        yr_compiler_set_callback(
            compiler,
            { level, _, line, _, message, context in
                CompilerReport.from(context)?.note(level: level, line: line, message: message)
            }, context)
        yr_compiler_set_include_callback(compiler, nil, nil, nil)
        yr_compiler_set_re_ast_callback(
            compiler,
            { _, name, pattern, context in
                CompilerReport.from(context)?.weigh(pattern, name: name)
            }, context)
    }

    private mutating func add(_ file: RuleFile, namespace: String) throws(RuleError) {
        try RuleText.checkBytes(file)
        report.clear()
        let errors = withExtendedLifetime(report) { yr_compiler_add_string(compiler, file.text, namespace) }
        if let (line, cause) = report.firstError {
            throw RuleError(file: file.name, line: line, cause: cause)
        }
        if errors > 0 {
            throw RuleError(file: file.name, line: nil, cause: .libyara(code: Int(ERROR_SYNTAX_ERROR)))
        }
        warnings += report.warnings.map { "\(file.name):\($0.line): \($0.message)" }
    }

    private func finish(_ file: String) throws(RuleError) -> CompiledRules {
        var rules: UnsafeMutablePointer<YR_RULES>?
        let code = withExtendedLifetime(report) { yr_compiler_get_rules(compiler, &rules) }
        guard code == ERROR_SUCCESS, let rules else {
            throw RuleError(file: file, line: nil, cause: .libyara(code: Int(code)))
        }
        return CompiledRules(rules)
    }
}
