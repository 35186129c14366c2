import Capabilities
import CaseStore
import Casework
import Templates

/// What was found in the texts of a case's samples: frames of prompts, and what rules matched.
///
/// One pass over the samples: prompts are kept for the search for frames, responses only until they were scanned.
/// Memory: the prompts, and 64 MiB.
struct SampleTexts {
    private(set) var keys: [SampleKey] = []
    /// Account numbers, and UTC milliseconds, one a sample.
    private(set) var account: [UInt32] = []
    private(set) var at: [Int64] = []
    private(set) var templates: [TemplateFinding] = []
    private(set) var rules: [CapabilityRule] = []
    /// By sample, then rule, then field.
    private(set) var matches: [SampleMatch] = []
    /// Rules that could not be used, in words.
    private(set) var failures: [String] = []

    /// Texts are scanned by so many bytes: scanners cost some milliseconds to make.
    private static let scannedBytes = 64 << 20

    /// - Throws: `StoreError`, `RuleError`, `TemplateError`; `JobCancelled`.
    init(
        _ reader: CaseReader, seed: UInt64, progress: (String) -> Void = { _ in },
        isCancelled: () -> Bool = { false }
    ) throws {
        // Of a file that came twice the later counts.
        let files = Dictionary(try reader.ruleFiles().map { ($0.file, $0.text) }) { _, later in later }
        let ruleSet = try RuleSet(user: files.map { RuleFile(name: $0.key, text: $0.value) })
        rules = ruleSet.rules
        var scan = SampleScan(ruleSet)
        var prompts = Templates.TextColumn()
        progress("scanning samples")
        try reader.eachSampleText { batch in
            try take(batch, into: &prompts)
            scan.add(batch)
            if scan.byteCount >= SampleTexts.scannedBytes { try scan.flush(isCancelled) }
            if isCancelled() { throw JobCancelled() }
        }
        try scan.flush(isCancelled)
        matches = scan.sortedMatches
        failures = scan.failures
        progress("finding frames of prompts")
        do {
            templates = try TemplateMiner(seed: seed).mine(prompts, isCancelled: isCancelled)
        } catch TemplateError.cancelled {
            throw JobCancelled()
        }
    }

    private mutating func take(_ batch: SampleTextBatch, into prompts: inout Templates.TextColumn) throws {
        for sample in 0..<batch.count {
            keys.append(batch.key(sample))
            account.append(batch.account[sample])
            at.append(batch.at[sample])
        }
        batch.prompts.bytes.withUnsafeBufferPointer { bytes in
            for sample in 0..<batch.count {
                let range = batch.prompts.range(of: sample)
                prompts.append(batch.key(sample), UnsafeBufferPointer(rebasing: bytes[range]))
            }
        }
    }

    /// By sample: place in `templates`, -1 for none. Samples are in the order of `keys`.
    func templatePlaces() -> [Int32] {
        var places = [Int32](repeating: -1, count: keys.count)
        for (place, template) in templates.enumerated() {
            for member in template.members {
                if let sample = self.place(of: member.sample) { places[sample] = Int32(place) }
            }
        }
        return places
    }

    /// By sample: bits of the capabilities found, by their places in `names`.
    func capabilityBits(_ names: [String]) -> [UInt64] {
        let bit = rules.map { rule in
            rule.capability.flatMap { names.firstIndex(of: $0) }.map { UInt64(1) << UInt64($0) } ?? 0
        }
        var bits = [UInt64](repeating: 0, count: keys.count)
        for match in matches {
            if let sample = place(of: match.sample) { bits[sample] |= bit[match.rule] }
        }
        return bits
    }

    /// Ids of all rules' capabilities, sorted; 64 at most, those of shipped rules first.
    var capabilityNames: [String] {
        let shipped = rules.filter { $0.origin == ShippedRules.origin }.compactMap(\.capability)
        let own = rules.compactMap(\.capability)
        let first = Set(shipped).sorted()
        let more = Set(own).subtracting(first).sorted()
        return (first + more).prefix(64).sorted()
    }

    /// Keys ascend: evidence is read by source and number.
    private func place(of key: SampleKey) -> Int? {
        var (low, high) = (0, keys.count)
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low < keys.count && keys[low] == key ? low : nil
    }
}

/// Scans prompts and responses by the bulk.
private struct SampleScan {
    private let rules: RuleSet
    private var keys: [SampleKey] = []
    private var prompts = Capabilities.TextColumn()
    private var responses = Capabilities.TextColumn()
    private var matches: [SampleMatch] = []
    /// Places of rules that failed on some text.
    private var failed: Set<Int> = []

    init(_ rules: RuleSet) { self.rules = rules }

    var byteCount: Int { prompts.bytes.count + responses.bytes.count }

    mutating func add(_ batch: SampleTextBatch) {
        for sample in 0..<batch.count {
            keys.append(batch.key(sample))
            prompts.append(batch.prompts.bytes[batch.prompts.range(of: sample)])
            responses.append(batch.responses.bytes[batch.responses.range(of: sample)])
        }
    }

    mutating func flush(_ isCancelled: () -> Bool) throws {
        try scan(prompts, .prompt, isCancelled)
        try scan(responses, .response, isCancelled)
        (keys, prompts, responses) = ([], Capabilities.TextColumn(), Capabilities.TextColumn())
    }

    private mutating func scan(
        _ column: Capabilities.TextColumn, _ field: SampleMatch.Field, _ isCancelled: () -> Bool
    ) throws {
        guard column.count > 0 else { return }
        guard let scan = try CapabilityScan.run(column, rules, isCancelled: isCancelled) else {
            throw JobCancelled()
        }
        for match in scan.matches {
            matches.append(
                SampleMatch(sample: keys[match.text], rule: match.rule, field: field, spans: match.spans))
        }
        for failure in scan.failures {
            let places = rules.rules.indices.filter {
                rules.rules[$0].name == failure.rule.rule
                    && rules.rules[$0].origin.hasPrefix(failure.rule.file)
            }
            failed.formUnion(places)
        }
    }

    /// A rule that failed on one text counts for none: else the order of texts would matter.
    var sortedMatches: [SampleMatch] {
        matches.filter { !failed.contains($0.rule) }.sorted {
            ($0.sample, $0.rule, $0.field.rawValue) < ($1.sample, $1.rule, $1.field.rawValue)
        }
    }

    var failures: [String] { failed.sorted().map { rules.rules[$0].name } }
}
