import Foundation
import Testing

@testable import SyntheticCase

/// The sample case in the repository against the generator. Compressed bytes may differ with another zlib: of the
/// exchanges the content is compared, and sources.csv, which names the digest of the compressed file, is left out.
struct CommittedSampleTests {
    private static let samples = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("SampleCases")

    @Test("the committed sample is what the generator writes")
    func folder() throws {
        let written = try WrittenCase.first.get()
        for file in written.files where file.name != "sources.csv" {
            let committed = try bytes("quickstart/\(file.name)")
            if file.name.hasSuffix(".gz") {
                #expect(try Gunzip.bytes(committed) == Gunzip.bytes(written.bytes(file.name)), "\(file.name)")
            } else {
                #expect(try committed == written.bytes(file.name), "\(file.name)")
            }
        }
        #expect(try bytes("quickstart.truth.csv") == written.beside("truth.csv"))
        #expect(try bytes("quickstart.lookalikes.csv") == written.beside("lookalikes.csv"))
    }

    @Test("the digests in the committed sources.csv are those of the committed files")
    func digests() throws {
        let sources = try Table(bytes("quickstart/sources.csv"))
        #expect(sources.rows.count == 14)
        for (name, digest) in zip(try sources.column("file"), try sources.column("sha256")) {
            var hash = SHA256()
            hash.update(try bytes("quickstart/\(name)"))
            #expect(hash.finish() == digest, "\(name)")
        }
    }

    private func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: CommittedSampleTests.samples.appendingPathComponent(name)))
    }
}
