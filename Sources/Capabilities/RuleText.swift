public import Casework

/// Looks at the text of a file of rules before anything is scanned with it.
public enum RuleText {
    /// Compiles the text by itself and runs it over nothing.
    ///
    /// - Returns: the rules in order, private ones left out, with `origin` = `file`; and libyara's warnings.
    /// - Throws: ``RuleError`` with file, line and what is wrong. No `include` opens a file, only the modules
    ///   of ``RuleLimits/modules`` may be imported, and a condition that does not end is found.
    public static func check(
        _ text: String, file: String
    ) throws(RuleError) -> (rules: [CapabilityRule], warnings: [String]) {
        let rules = RuleFile(name: file, text: text)
        let (compiled, warnings) = try RuleCompilation.compile([rules])
        guard compiled.count <= RuleLimits.rulesPerFile else {
            throw RuleError(file: file, line: nil, cause: .tooManyRules(compiled.count))
        }
        var found: [CapabilityRule] = []
        for index in 0..<compiled.count where !compiled.isPrivate(index) {
            found.append(try CapabilityRule(compiled.rule(index), origin: file, file: rules))
        }
        try checkOnNothing(rules, compiled)
        return (found, warnings)
    }

    /// What can be said without compiling.
    static func checkBytes(_ file: RuleFile) throws(RuleError) {
        let bytes = file.text.utf8
        guard bytes.count <= RuleLimits.fileBytes else {
            throw RuleError(file: file.name, line: nil, cause: .tooLarge(bytes: bytes.count))
        }
        let xors = bytes.count(of: "xor")
        guard xors <= RuleLimits.xorWords else {
            throw RuleError(file: file.name, line: nil, cause: .tooMuchXor(times: xors))
        }
        if let place = bytes.firstIndex(of: 0) {
            let line = bytes[..<place].count { $0 == UInt8(ascii: "\n") } + 1
            throw RuleError(file: file.name, line: line, cause: .holdsNUL)
        }
    }

    /// Modules are asked for when a scan begins, and conditions run on an empty text too.
    private static func checkOnNothing(_ file: RuleFile, _ compiled: CompiledRules) throws(RuleError) {
        let scanner = try TextScanner(compiled, files: [file], publicIndex: [])
        _ = scanner.scan([])
        if let module = scanner.refusedModule {
            throw RuleError(
                file: file.name, line: file.line(ofImport: module),
                cause: .moduleNotAllowed(module.printableASCII))
        }
        if let slow = scanner.failures.first {
            throw RuleError(
                file: file.name, line: file.line(ofRule: slow.rule),
                cause: .notScannableInTime(rule: slow.rule))
        }
    }
}

extension String.UTF8View {
    /// How often the word occurs, occurrences within each other not counted.
    fileprivate func count(of word: StaticString) -> Int {
        word.withUTF8Buffer { word in
            var times = 0
            var place = startIndex
            while place < endIndex {
                if self[place...].starts(with: word) {
                    times += 1
                    place = index(place, offsetBy: word.count)
                } else {
                    place = index(after: place)
                }
            }
            return times
        }
    }
}
