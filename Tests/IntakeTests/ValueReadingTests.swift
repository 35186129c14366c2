import Casework
import Testing

@testable import Intake

@Suite("Values")
struct ValueReadingTests {
    private func time(_ text: String) -> Int64? {
        var times = TimeReading()
        return Array(text.utf8).withUnsafeBufferPointer { times.milliseconds($0) }
    }

    @Test(
        "times of every form are read",
        arguments: [
            ("2026-01-05T10:00:00Z", 1_767_607_200_000), ("2026-01-05T11:30:00+01:30", 1_767_607_200_000),
            ("2026-01-04T23:00:00-11:00", 1_767_607_200_000),
            ("2026-01-05T10:00:00.2509Z", 1_767_607_200_250),
            ("2026-01-05t10:00:00.5z", 1_767_607_200_500), ("1767607200", 1_767_607_200_000),
            ("1767607200.2509", 1_767_607_200_250), ("1767607200250", 1_767_607_200_250),
            ("978307200000", 978_307_200_000), ("00978307200", 978_307_200_000),
            ("2000-01-01T00:00:00Z", 946_684_800_000), ("2100-12-31T23:59:59.999Z", 4_133_980_799_999),
            ("2024-02-29T23:59:59+00:00", 1_709_251_199_000),
            ("2026-01-05T10:00:00-00:00", 1_767_607_200_000),
        ])
    func times(text: String, milliseconds: Int) {
        #expect(time(text) == Int64(milliseconds))
    }

    @Test(
        "what is no time of evidence is refused",
        arguments: [
            "", "1999-12-31T23:59:59Z", "2101-01-01T00:00:00Z", "946684799", "99999999999",
            "2026-01-05T10:00:00",
            "2026-01-05", "2026-01-05 10:00:00Z", "2026-02-30T10:00:00Z", "2025-02-29T10:00:00Z", "yesterday",
            "176760720000000", "-5", "1767607200250.5", "1767607200.", ".5", "1767607200.5x",
            "2026-01-05T24:00:00Z",
            "2026-01-05T10:60:00Z", "2026-01-05T10:00:60Z", "2026-01-05T10:00:00+24:00",
            "2026-01-05T10:00:00.Z",
            "2026-01-05T10:00:00+0100", "2026-13-01T10:00:00Z", "2026-00-01T10:00:00Z",
            "2026-01-05T10:00:00Zx",
            "+1767607200", "1767607200 ", "２026-01-05T10:00:00Z", "1.7e9",
        ])
    func badTimes(text: String) {
        #expect(time(text) == nil)
    }

    @Test("a remembered date is not taken for another")
    func rememberedDate() {
        var times = TimeReading()
        let texts = [
            "2026-01-05T10:00:00Z", "2026-01-06T10:00:00Z", "2026-01-06T10:00:01Z", "2026-01-05T10:00:00Z",
        ]
        let read = texts.map { text in
            Array(text.utf8).withUnsafeBufferPointer { times.milliseconds($0) ?? 0 }
        }
        #expect(read.map { ($0 - 1_767_607_200_000) / 1000 } == [0, 86_400, 86_401, 0])
    }

    @Test(
        "counts are digits only",
        arguments: [("0", 0), ("007", 7), ("123456789012345678", 123_456_789_012_345_678)])
    func counts(text: String, count: Int) {
        #expect(Array(text.utf8).withUnsafeBufferPointer { ScalarReading.count($0) } == count)
    }

    @Test(
        "other numbers are no counts", arguments: ["", "-1", "+1", "1.0", "1e3", " 1", "1234567890123456789"])
    func badCounts(text: String) {
        #expect(Array(text.utf8).withUnsafeBufferPointer { ScalarReading.count($0) } == nil)
    }

    @Test("dotted quads and IPv6 are read, anything else is not")
    func addresses() {
        func read(_ text: String) -> String? {
            Array(text.utf8).withUnsafeBufferPointer { AddressReading.address($0)?.description }
        }
        #expect(read("192.0.2.7") == "192.0.2.7")
        #expect(read("::ffff:192.0.2.8") == "192.0.2.8")
        #expect(read("2001:0DB8:0:0:0:0:0:8") == "2001:db8::8")
        for bad in [
            "192.0.2.256", "192.0.2", "192.0.2.01", "1.2.3.4.5", "1..2.3", "192.0.2.7:80", "fe80::1%eth0", "",
        ] {
            #expect(read(bad) == nil, "\(bad)")
        }
    }

    @Test("the grades and digests of sources are checked")
    func provenance() throws {
        let digest = String(repeating: "Ab", count: 32)
        let imported = try importing(
            "sources.csv", "file,sha256,grade\na,\(digest),B2\nb,\(digest)0,B/2\nc,,G1\nd,,F\ne,,B7\n")
        #expect(imported.sink.faults.map(\.field) == ["sha256", "grade", "grade"])
        guard case .provenance(let records)? = imported.sink.batches.first else {
            return #expect(Bool(false))
        }
        #expect(records.map(\.grade) == ["B2", "B2", nil, "F", nil])
        #expect(records.first?.sha256 == digest.lowercased())
    }

    @Test("the encoding of columns that end like an id is checked")
    func identifierColumns() {
        let ids = [
            "account_id", "attr:org_id", "fingerprint", "attr:tls_fingerprint", "email_hash", "prompt_key",
        ]
        #expect(ids.allSatisfy { ScalarReading.isIdentifier(column: $0) })
        #expect(!["id", "client", "prompt_keys", ""].contains { ScalarReading.isIdentifier(column: $0) })
    }

    @Test("content hashes are those of SipHash-2-4-128's published vectors")
    func siphash() {
        func hash(_ count: UInt8) -> [UInt8] {
            var state = ContentHashing(key: (0x0706_0504_0302_0100, 0x0F0E_0D0C_0B0A_0908))
            let hash = Array(0..<count).withUnsafeBufferPointer { state.finish($0) }
            return [hash.high, hash.low].flatMap { word in
                withUnsafeBytes(of: word.littleEndian) { Array($0) }
            }
        }
        #expect(hash(0).prefix(8) == [0xA3, 0x81, 0x7F, 0x04, 0xBA, 0x25, 0xA8, 0xE6])
        #expect(hash(0).suffix(8) == [0x6D, 0xF6, 0x72, 0x14, 0xC7, 0x55, 0x02, 0x93])
        #expect(hash(1).prefix(8) == [0xDA, 0x87, 0xC1, 0xD8, 0x6B, 0x99, 0xAF, 0x44])
    }

    @Test("UTF-8 is judged as Swift judges it", arguments: [1, 2, 3] as [UInt64])
    func encoding(seed: UInt64) {
        var random = SeededRandom(seed)
        let lead: [UInt8] = [
            0x41, 0x7F, 0x80, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xE0, 0xE1, 0xED, 0xF0, 0xF1, 0xF4, 0xF5,
        ]
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                lead.randomElement(using: &random) ?? 0
            }
            let expected = String(validating: bytes, as: UTF8.self) != nil
            #expect(
                bytes.withUnsafeBufferPointer { UTF8Check.isValid($0) } == expected, "seed \(seed): \(bytes)")
        }
    }
}
