import Testing

@testable import Intake

@Suite("Packed files")
struct PackedFilesTests {
    private let text = "account_id,at\n" + (0..<8000).map { "a\($0),\(1_767_607_200 + $0)\n" }.joined()

    private func rows(_ name: String, _ bytes: [UInt8]) throws -> Imported { try importing([name: bytes]) }

    @Test(
        "packed files give the same rows, lines and offsets as plain ones",
        arguments: [1 << 12, 1 << 16, 1 << 22])
    func samePackedOrPlain(chunkBytes: Int) throws {
        let plain = try importing("exchanges.csv", text).sink.exchanges()
        let half = text.utf8.count / 2
        let first = String(decoding: text.utf8.prefix(half), as: UTF8.self)
        let second = String(decoding: text.utf8.dropFirst(half), as: UTF8.self)
        let packed: [String: [UInt8]] = [
            "exchanges.csv.gz": try gzip(text), "exchanges-1.csv.gz": try gzip(first) + gzip(second),
            "exchanges.csv.zst": zstandard(text), "exchanges-1.csv.zst": zstandard(first) + zstandard(second),
        ]
        for (name, bytes) in packed {
            let imported = try importing([name: bytes], chunkBytes: chunkBytes)
            #expect(imported.sink.exchanges() == plain, "\(name)")
        }
    }

    @Test("a packed file that is cut anywhere fails")
    func truncation() throws {
        let small = "account_id,at\na,1767607200\nb,1767607201\n"
        for (name, bytes) in [("exchanges.csv.gz", try gzip(small)), ("exchanges.csv.zst", zstandard(small))]
        {
            for count in 0..<bytes.count {
                let imported = try rows(name, Array(bytes.prefix(count)))
                #expect(imported.status == .failed, "\(name) cut at \(count)")
                #expect(imported.sink.batches.isEmpty)
            }
            #expect(try rows(name, bytes).status == .imported)
        }
    }

    @Test("a wrong checksum or something behind the last member fails the file")
    func checksum() throws {
        var bytes = try gzip("account_id,at\na,1767607200\n")
        #expect(try rows("exchanges.csv.gz", bytes + Array("more".utf8)).status == .failed)
        bytes[bytes.count - 8] ^= 1
        #expect(try rows("exchanges.csv.gz", bytes).status == .failed)
    }

    @Test("what is not packed at all fails, with a reason that says so")
    func notPacked() throws {
        let gzip = try rows("exchanges.csv.gz", Array("account_id,at\na,1767607200\n".utf8))
        #expect(gzip.reason?.hasPrefix("the gzip stream is broken") == true)
        #expect(try rows("exchanges.csv.zst", Array("account_id,at\n".utf8)).status == .failed)
    }

    @Test("a reading thread that is not waited for to the end is stopped")
    func abandonedReadAhead() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("x", [UInt8](repeating: 1, count: 1 << 20))
        let ahead = ReadAhead(try ReceivedFile(path: path, followsLinks: false), chunkBytes: 1024)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 100, alignment: 1)
        defer { buffer.deallocate() }
        #expect(try ahead.read(into: buffer) == 100)
        ahead.close()
        #expect(ahead.received < 1 << 20)
    }
}
