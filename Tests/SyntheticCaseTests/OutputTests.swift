import Testing

@testable import SyntheticCase

struct OutputTests {
    @Test(
        "SHA-256 gives the digests of FIPS 180-4",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
        ])
    func digests(_ text: String, _ digest: String) {
        var hash = SHA256()
        hash.update(Array(text.utf8))
        #expect(hash.finish() == digest)
    }

    @Test("a digest does not depend on the pieces the bytes came in")
    func pieces() {
        let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        var (whole, parts) = (SHA256(), SHA256())
        whole.update(bytes)
        for start in stride(from: 0, to: 1000, by: 37) { parts.update(bytes[start..<min(1000, start + 37)]) }
        let digest = whole.finish()
        #expect(parts.finish() == digest)
    }

    @Test("what is compressed in pieces comes back whole")
    func gzip() throws {
        var stream = try GzipStream()
        let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) }
        var packed = try stream.compress(Array(bytes[..<70_000]), last: false)
        packed += try stream.compress(Array(bytes[70_000...]), last: false)
        packed += try stream.compress([], last: true)
        #expect(try Gunzip.bytes(packed) == bytes)
    }

    @Test("fields with commas, quotes and line breaks are quoted")
    func rows() {
        #expect(
            TableText.row(["a", "b,c", "say \"no\"", "x\ny", ""]) == "a,\"b,c\",\"say \"\"no\"\"\",\"x\ny\",")
    }

    @Test("control characters become escapes in JSON")
    func json() {
        #expect(TableText.json("a\"\\\n\t\u{1B}\u{0}") == "\"a\\\"\\\\\\n\\t\\u001b\\u0000\"")
    }
}
