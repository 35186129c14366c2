import Casework
import Foundation
import Testing

@testable import Intake

/// The same evidence, written or read in another way, is the same.
@Suite("Reading, as properties")
struct ReadingPropertiesTests {
    private static let pieces = [
        "a", "é", "\u{301}", ",", "\"", "\"\"", "\n", "\r\n", "\r", " ", "\u{0}", "\u{1B}[2J", "\u{202E}",
        "=1+1", "😀",
        "<b>", "'", "\\", "{", "0",
    ]

    private func hostileText(_ random: inout SeededRandom) -> String {
        (0..<Int.random(in: 1...8, using: &random))
            .map { _ in ReadingPropertiesTests.pieces.randomElement(using: &random) ?? "" }.joined()
    }

    /// By code points: to `String`, a quote with an accent on it is no quote.
    private func quoted(_ text: String) -> String {
        "\"" + text.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
    }

    private func escaped(_ text: String) -> String {
        let body = text.unicodeScalars.map { scalar -> String in
            switch scalar.value {
            case 0x22: "\\\""
            case 0x5C: "\\\\"
            case ..<0x20: "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: String(scalar)
            }
        }
        return "\"" + body.joined() + "\""
    }

    @Test(
        "hostile fields written as CSV and as JSON Lines are read back exactly",
        arguments: [1, 2, 3, 4] as [UInt64])
    func roundTrip(seed: UInt64) throws {
        var random = SeededRandom(seed)
        let texts = (0..<300).map { _ in hostileText(&random) }
        let csv = "account_id,kind,value\r\n" + texts.map { "a,device,\(quoted($0))\r\n" }.joined()
        let jsonl = texts.map { "{\"account_id\":\"a\",\"kind\":\"device\",\"value\":\(escaped($0))}\n" }
            .joined()
        for (name, text) in [("attributes.csv", csv), ("attributes.jsonl", jsonl)] {
            for chunkBytes in [1, 7, 64, 1 << 16] {
                let read = try importing(name, text, chunkBytes: chunkBytes).sink.holdings.map(\.value)
                #expect(read == texts.map { ExactText($0) }, "seed \(seed), \(name), chunks of \(chunkBytes)")
            }
        }
    }

    /// Rows of which some are broken in every way there is.
    private func brokenRows(_ random: inout SeededRandom) -> [UInt8] {
        let scraps = [
            "a,1767607200,x,1", "b,2026-01-05T10:00:00Z,,", "c,never,y,2", ",1767607200,z,3",
            "a,1767607200,x,1,",
            "\"q\nr\",1767607200,z,3", "a,1767607200,\"x\"y,1", "a,\"1767607200\",\"x,\"\"\",many", "", "\r",
            "short",
            "d\u{FF},1767607200,,9", "{}", "[1]", "{\"account_id\":\"j\",\"at\":1767607200}",
        ]
        var bytes = Array("account_id,at,client,input_tokens\n".utf8)
        for _ in 0..<Int.random(in: 0...30, using: &random) {
            bytes += Array((scraps.randomElement(using: &random) ?? "").utf8)
            if Int.random(in: 0..<12, using: &random) == 0 {
                bytes.append(UInt8.random(in: 0...255, using: &random))
            }
            if Int.random(in: 0..<25, using: &random) == 0 { bytes.append(Byte.quote) }
            bytes += Bool.random(using: &random) ? [10] : [13, 10]
        }
        return bytes
    }

    @Test("the result is the same whatever the buffer's size", arguments: [11, 12, 13] as [UInt64])
    func chunkBoundaries(seed: UInt64) throws {
        var random = SeededRandom(seed)
        for _ in 0..<40 {
            let bytes = brokenRows(&random)
            for name in ["exchanges.csv", "exchanges.jsonl"] {
                let whole = try importing([name: bytes])
                for chunkBytes in [1, 3, 16, 61] {
                    let cut = try importing([name: bytes], chunkBytes: chunkBytes, batchRows: chunkBytes)
                    #expect(cut.summary == whole.summary, "seed \(seed)")
                    #expect(cut.sink.exchanges() == whole.sink.exchanges(), "seed \(seed)")
                    #expect(cut.sink.rejects == whole.sink.rejects, "seed \(seed)")
                    #expect(cut.sink.faults == whole.sink.faults, "seed \(seed)")
                }
            }
        }
    }

    @Test(
        "every line of a file is a row, a reject, blank or part of a quoted field",
        arguments: [21] as [UInt64])
    func nothingIsLost(seed: UInt64) throws {
        var random = SeededRandom(seed)
        for _ in 0..<100 {
            let lines = (0..<20).map { _ in
                ["a,1767607200", "bad", "c,x", ""].randomElement(using: &random) ?? ""
            }
            let imported = try importing("exchanges.csv", "account_id,at\n" + lines.joined(separator: "\n"))
            let kept = imported.sink.exchanges().map(\.position.line) + imported.lines
            #expect(
                kept.sorted() == lines.indices.filter { !lines[$0].isEmpty }.map { $0 + 2 }, "seed \(seed)")
        }
    }

    /// Reads bytes as every table in both forms, without a file.
    private func readEverything(_ bytes: [UInt8], chunkBytes: Int) {
        final class Memory: ByteSource {
            var rest: ArraySlice<UInt8>
            var received = 0
            init(_ bytes: [UInt8]) { rest = bytes[...] }
            func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
                let count = min(buffer.count, rest.count)
                buffer.copyBytes(from: rest.prefix(count))
                rest = rest.dropFirst(count)
                received += count
                return count
            }
        }
        func read(_ form: RowForm, _ run: (RowInput) throws -> Void) {
            let begun = ImportProgress(doneBytes: 0, totalBytes: 0, file: "", rows: 0)
            let monitor = FileMonitor(begun, progress: { _ in }, isCancelled: { false })
            let input = RowInput(
                source: Memory(bytes), form: form, sizes: BufferSizes(chunkBytes: chunkBytes),
                monitor: monitor, seed: 3)
            // Failing is fine; trapping is what must not happen.
            try? run(input)
        }
        let sink = DiscardingSink()
        for form in [RowForm.csv, .jsonl] {
            read(form) { input in
                var consumer = ExchangeConsumer(
                    sink: sink, monitor: input.monitor, clockOffsetSeconds: 1, seed: 3)
                try input.run(&consumer)
            }
            read(form) { input in
                var consumer = RecordConsumer(AccountsReader(), sink: sink, monitor: input.monitor)
                try input.run(&consumer)
            }
            read(form) { input in
                var consumer = RecordConsumer(SamplesReader(), sink: sink, monitor: input.monitor)
                try input.run(&consumer)
            }
            read(form) { input in
                var consumer = RecordConsumer(RangesReader(), sink: sink, monitor: input.monitor)
                try input.run(&consumer)
            }
        }
    }

    /// How many random inputs; `INTAKE_FUZZ=100000` for a long run by hand.
    private var fuzzRounds: Int {
        ProcessInfo.processInfo.environment["INTAKE_FUZZ"].flatMap { Int($0) } ?? 1500
    }

    @Test("random bytes never trap", arguments: [31] as [UInt64])
    func fuzz(seed: UInt64) {
        var random = SeededRandom(seed)
        let headers = [
            "account_id,at,ip,input_tokens,exchange_id,client,attr:x_id\n",
            "account_id,created_at,tier_id,org_name\n",
            "account_id,at,prompt,metadata\n", "cidr,asn\n", "",
        ]
        let alphabet = Array(",,,\"\"\n\n\r{}[]:\\u0d8aft1-.TZ \u{E9}e".utf8) + [0xFF, 0xC3, 0xED, 0x00]
        for _ in 0..<fuzzRounds {
            var bytes = Array((headers.randomElement(using: &random) ?? "").utf8)
            if Bool.random(using: &random) { bytes += brokenRows(&random) }
            for _ in 0..<Int.random(in: 0...60, using: &random) {
                let at = Int.random(in: 0...bytes.count, using: &random)
                bytes.insert(alphabet.randomElement(using: &random) ?? 0, at: at)
            }
            readEverything(bytes, chunkBytes: Int.random(in: 1...80, using: &random))
        }
    }
}
