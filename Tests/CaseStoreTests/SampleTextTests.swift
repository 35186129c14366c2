import Casework
import Testing

@testable import CaseStore

@Suite("Texts of samples") struct SampleTextTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    @Test("Samples stream by source and number in bounded batches, bytes as they are")
    func stream() throws {
        let writer = try place.newCase()
        let importer = try writer.importer()
        let long = String(repeating: "word ", count: 600_000)
        for file in ["one.jsonl", "two.jsonl"] {
            try importer.take(.samples, file, rows: 4) {
                var samples = (1...4).map {
                    Evidence.sample("\(file) \($0)", "u-\($0)", $0 == 3 ? "caf\u{e9}\u{0}" : long, line: $0)
                }
                samples[2].response = "\u{1F600}"
                try importer.append(.samples(samples), rejects: [], faults: [])
            }
        }
        try importer.close()
        var keys: [SampleKey] = []
        var batches = 0
        try writer.reader().eachSampleText { batch in
            batches += 1
            #expect(batch.byteCount < (8 << 20) + long.utf8.count)
            for sample in 0..<batch.count {
                keys.append(batch.key(sample))
                guard batch.number[sample] == 2 else { continue }
                let prompt = batch.prompts.bytes[batch.prompts.range(of: sample)]
                let response = batch.responses.bytes[batch.responses.range(of: sample)]
                #expect(Array(prompt) == Array("caf\u{e9}\u{0}".utf8))
                #expect(Array(response) == Array("\u{1F600}".utf8))
                #expect(batch.at[sample] == 3)
                #expect(batch.account[sample] == 3)
            }
        }
        #expect(keys == (1...2).flatMap { source in (0..<4).map { SampleKey(source: source, number: $0) } })
        #expect(batches == 2)
        try writer.close()
    }
}
