public import Casework
import Synchronization

/// Where one rule matched in one text of a column.
public struct TextMatch: Hashable, Sendable {
    /// Place in the column.
    public var text: Int
    /// Place in ``RuleSet/rules``.
    public var rule: Int
    /// As in ``RuleMatch/spans``.
    public var spans: [TextSpan]

    public init(text: Int, rule: Int, spans: [TextSpan]) {
        self.text = text
        self.rule = rule
        self.spans = spans
    }
}

/// What a scan of a column gave.
public struct CapabilityScan: Sendable {
    /// A rule that was left out, with the first text, by place, that it failed on.
    public struct Failure: Hashable, Sendable {
        public var rule: RuleFailure
        public var text: Int

        public init(rule: RuleFailure, text: Int) {
            self.rule = rule
            self.text = text
        }
    }

    /// By text, then by rule; equal texts each have their matches.
    public let matches: [TextMatch]
    /// By text, then file and name. A rule listed here has no match at all, so that it does not matter
    /// which of the texts came first on which thread.
    public let failures: [Failure]
    /// Texts scanned: each distinct one once.
    public let distinct: Int

    /// Scans every distinct text of the column once, on several threads.
    ///
    /// The result is the same for any number of threads. Linear in the bytes.
    /// - Parameters:
    ///   - progress: called now and then on the calling thread with the share done, 0…1.
    ///   - isCancelled: asked as often.
    /// - Returns: nil if it was cancelled.
    /// - Throws: where a scanner cannot be made from the rules.
    public static func run(
        _ column: TextColumn, _ rules: RuleSet, threads: Int = 2, progress: (Double) -> Void = { _ in },
        isCancelled: () -> Bool = { false }
    ) throws(RuleError) -> CapabilityScan? {
        let threads = max(threads, 1)
        let texts = DistinctTexts(column, threads: threads)
        let scanners = try ScanWorkers(rules, count: threads)
        var found: [[RuleMatch]] = []
        found.reserveCapacity(texts.firsts.count)
        while found.count < texts.firsts.count {
            if isCancelled() { return nil }
            let end = min(found.count + textsPerRound, texts.firsts.count)
            found += scanners.scan(column, texts.firsts[found.count..<end])
            progress(Double(end) / Double(texts.firsts.count))
        }
        return CapabilityScan(texts, found, scanners)
    }

    /// Enough to keep the threads busy, few enough to answer a cancellation soon.
    private static let textsPerRound = 8_192

    private init(_ texts: DistinctTexts, _ found: [[RuleMatch]], _ scanners: ScanWorkers) {
        let failed = scanners.failedRules
        var matches: [TextMatch] = []
        for (text, kind) in texts.kinds.enumerated() {
            for match in found[Int(kind)] where !failed.contains(match.rule) {
                matches.append(TextMatch(text: text, rule: match.rule, spans: match.spans))
            }
        }
        self.matches = matches
        failures = scanners.failures
        distinct = texts.firsts.count
    }
}
