internal import CYara
public import Casework

/// Where one rule matched in one text.
public struct RuleMatch: Hashable, Sendable {
    /// Place in ``RuleSet/rules``.
    public var rule: Int
    /// Ascending, distinct, at most ``RuleLimits/spansPerRule``, in bytes of the text; empty where the
    /// condition holds without a visible string.
    public var spans: [TextSpan]

    public init(rule: Int, spans: [TextSpan]) {
        self.rule = rule
        self.spans = spans
    }
}

/// A rule that could not be used to the end of a scan.
public struct RuleFailure: Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        case timedOut
        /// A pattern had more ways open at once than libyara follows.
        case tooManyWays
        /// libyara gave this code.
        case libyara(code: Int)
    }

    /// Its name.
    public var rule: String
    public var file: String
    public var reason: Reason

    public init(rule: String, file: String, reason: Reason) {
        self.rule = rule
        self.file = file
        self.reason = reason
    }
}

/// Scans texts one after the other, and is to be reused: making one compiles the rules. One thread at a time.
///
/// A rule that does not come to an end in a text is found, switched off for good and listed in `failures`;
/// the other rules go on.
public final class TextScanner {
    /// Rules switched off, in the order in which they failed.
    public private(set) var failures: [RuleFailure] = []
    /// Place in ``RuleSet/rules`` of those switched off that have one.
    public private(set) var failedRules: Set<Int> = []
    var refusedModule: String? { collector.refusedModule }

    private let compiled: CompiledRules
    private let files: [RuleFile]
    private let scanner: UnsafeMutablePointer<YR_SCANNER>
    private let collector: MatchCollector
    private var isOff: [Bool]

    public convenience init(_ rules: RuleSet) throws(RuleError) {
        let compiled = try RuleCompilation.compile(rules.files).rules
        try self.init(compiled, files: rules.files, publicIndex: rules.publicIndex)
        for place in rules.replaced { switchOff(place) }
    }

    /// - Parameter publicIndex: for each compiled rule its place in `RuleSet.rules`.
    init(_ compiled: CompiledRules, files: [RuleFile], publicIndex: [Int?]) throws(RuleError) {
        var created: UnsafeMutablePointer<YR_SCANNER>?
        let code = yr_scanner_create(compiled.rules, &created)
        guard code == ERROR_SUCCESS, let scanner = created else {
            throw RuleError(file: files.last?.name ?? "rules", line: nil, cause: .libyara(code: Int(code)))
        }
        self.compiled = compiled
        self.files = files
        self.scanner = scanner
        isOff = Array(repeating: false, count: compiled.count)
        collector = MatchCollector(publicIndex: publicIndex)
        // Texts lie in memory, so libyara need not guard against files that shrink under it, which costs
        // signal handlers for the whole process.
        yr_scanner_set_flags(scanner, SCAN_FLAGS_NO_TRYCATCH | SCAN_FLAGS_REPORT_RULES_MATCHING)
        yr_scanner_set_callback(
            scanner, MatchCollector.receive, Unmanaged.passUnretained(collector).toOpaque())
    }

    deinit { yr_scanner_destroy(scanner) }

    /// Scans the bytes, which need not be UTF-8. The matches are in order of rules.
    ///
    /// Linear in the bytes; some microseconds for an ordinary text.
    public func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> [RuleMatch] {
        let megabytes = UInt64(bytes.count >> 20)
        let code = run(bytes, limit: RuleLimits.scanNanoseconds + megabytes * 1_000_000_000)
        guard code == ERROR_SUCCESS else { return scanWithoutCulprits(bytes, megabytes) }
        // Most texts match nothing: no array is shared for them, so the collector's is used again.
        return collector.matches.isEmpty ? [] : collector.matches
    }

    public func scan(_ bytes: [UInt8]) -> [RuleMatch] {
        bytes.withUnsafeBufferPointer { scan($0) }
    }

    private func run(_ bytes: UnsafeBufferPointer<UInt8>, limit: UInt64) -> Int32 {
        collector.matches.removeAll(keepingCapacity: true)
        cyara_set_timeout(scanner, limit)
        return withExtendedLifetime(collector) {
            guard let start = bytes.baseAddress else {
                var nothing: UInt8 = 0
                return yr_scanner_scan_mem(scanner, &nothing, 0)
            }
            return yr_scanner_scan_mem(scanner, start, bytes.count)
        }
    }
}

extension TextScanner {
    /// Runs each rule alone to see which ones fail, and all the others together once more.
    private func scanWithoutCulprits(_ bytes: UnsafeBufferPointer<UInt8>, _ megabytes: UInt64) -> [RuleMatch]
    {
        guard collector.refusedModule == nil else { return [] }
        let limit = RuleLimits.singleRuleNanoseconds + megabytes * 1_000_000_000
        let running = isOff.indices.filter { !isOff[$0] }
        for place in running { yr_rule_disable(compiled.rule(place)) }
        let culprits = running.compactMap { place in
            yr_rule_enable(compiled.rule(place))
            defer { yr_rule_disable(compiled.rule(place)) }
            let code = run(bytes, limit: limit)
            return code == ERROR_SUCCESS ? nil : (place: place, code: code)
        }
        for place in running { yr_rule_enable(compiled.rule(place)) }
        for (place, code) in culprits { fail(place, code) }
        let code = run(bytes, limit: limit)
        guard code != ERROR_SUCCESS else { return collector.matches }
        failTogether(code)
        return []
    }

    private func fail(_ place: Int, _ code: Int32) {
        switchOff(place)
        let file = files.indices.contains(compiled.file(place)) ? files[compiled.file(place)].name : ""
        failures.append(RuleFailure(rule: compiled.name(place), file: file, reason: .init(code)))
        if let index = collector.publicIndex(place) { failedRules.insert(index) }
    }

    /// No rule fails alone, all together do: the user's are switched off, or else all, so that a scan of
    /// many texts does not meet the same end at each.
    private func failTogether(_ code: Int32) {
        let running = isOff.indices.filter { !isOff[$0] }
        let users = running.filter { compiled.file($0) > 0 }
        for place in users.isEmpty ? running : users { fail(place, code) }
    }

    private func switchOff(_ place: Int) {
        isOff[place] = true
        yr_rule_disable(compiled.rule(place))
    }
}

extension RuleFailure.Reason {
    fileprivate init(_ code: Int32) {
        switch code {
        case ERROR_SCAN_TIMEOUT: self = .timedOut
        case ERROR_TOO_MANY_RE_FIBERS: self = .tooManyWays
        default: self = .libyara(code: Int(code))
        }
    }
}
