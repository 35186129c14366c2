import Testing

@testable import Intake

@Suite("SHA-256")
struct SHA256Tests {
    @Test("the digest of abc is the one of FIPS 180-4")
    func published() throws {
        let digest = try SHA256()
        Array("abc".utf8).withUnsafeBytes { digest.update($0) }
        #expect(digest.finish() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}
