import Synchronization

/// Scanners side by side, one for each thread.
///
/// `@unchecked` because a scanner belongs to one thread at a time: in a round, share n uses scanner n alone,
/// and between rounds only the calling thread is left.
final class ScanWorkers: @unchecked Sendable {
    private let scanners: [TextScanner]
    /// The text at which each failure of a scanner came to light, as many as its failures.
    private var failureTexts: [[Int]]

    init(_ rules: RuleSet, count: Int) throws(RuleError) {
        var scanners: [TextScanner] = []
        for _ in 0..<count { scanners.append(try TextScanner(rules)) }
        self.scanners = scanners
        failureTexts = Array(repeating: [], count: count)
    }

    /// Scans the texts and gives what each matched, in their order.
    func scan(_ column: TextColumn, _ texts: ArraySlice<Int32>) -> [[RuleMatch]] {
        let nextBlock = Atomic(0)
        let shares = Shares(count: scanners.count) { [self] share -> ShareResult in
            var result = ShareResult()
            column.bytes.withUnsafeBufferPointer { bytes in
                while true {
                    let start = nextBlock.add(Self.block, ordering: .relaxed).oldValue
                    guard start < texts.count else { break }
                    let block = texts.dropFirst(start).prefix(Self.block)
                    result.blocks.append((start, scan(block, of: column, bytes, scanners[share], &result)))
                }
            }
            return result
        }
        for (share, result) in shares.values.enumerated() { failureTexts[share] += result.failureTexts }
        return shares.values.flatMap(\.blocks).sorted { $0.start < $1.start }.flatMap(\.matches)
    }

    private func scan(
        _ block: ArraySlice<Int32>, of column: TextColumn, _ bytes: UnsafeBufferPointer<UInt8>,
        _ scanner: TextScanner, _ result: inout ShareResult
    ) -> [[RuleMatch]] {
        block.map { text in
            let before = scanner.failures.count
            let matches = scanner.scan(UnsafeBufferPointer(rebasing: bytes[column.range(Int(text))]))
            for _ in before..<scanner.failures.count { result.failureTexts.append(Int(text)) }
            return matches
        }
    }

    /// Texts that a thread takes at a time: a fraction of a millisecond's work, so none waits for the other.
    private static let block = 64

    private struct ShareResult: Sendable {
        var blocks: [(start: Int, matches: [[RuleMatch]])] = []
        var failureTexts: [Int] = []
    }
}

extension ScanWorkers {
    /// Rules that any of the scanners had to switch off.
    var failedRules: Set<Int> {
        scanners.reduce(into: []) { $0.formUnion($1.failedRules) }
    }

    /// Each failed rule once, with the first text it failed on.
    ///
    /// A thread takes texts in ascending order, so the first of all is always among the threads' firsts.
    var failures: [CapabilityScan.Failure] {
        var first: [RuleFailure: Int] = [:]
        for (scanner, texts) in zip(scanners, failureTexts) {
            for (failure, text) in zip(scanner.failures, texts) {
                first[failure] = min(first[failure] ?? text, text)
            }
        }
        return first.map { CapabilityScan.Failure(rule: $0.key, text: $0.value) }.sorted { left, right in
            left.text != right.text
                ? left.text < right.text : left.rule.key.lexicographicallyPrecedes(right.rule.key)
        }
    }
}

extension RuleFailure {
    /// Orders failures at one text by file, rule and reason, in bytes.
    fileprivate var key: [UInt8] { Array("\(file)\u{0}\(rule)\u{0}\(reason)".utf8) }
}
