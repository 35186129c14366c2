import Foundation
import Testing

@testable import SyntheticCase

struct QuickstartWorldTests {
    @Test("the same seed writes the same bytes")
    func sameSeed() throws {
        let (first, again) = (try WrittenCase.first.get(), try WrittenCase.again.get())
        #expect(first.files == again.files)
        #expect(try first.truth().rows == again.truth().rows)
        #expect(try first.bytes("sources.csv") == again.bytes("sources.csv"))
    }

    @Test(
        "another seed writes another case",
        arguments: ["accounts.csv", "payments.csv", "attributes.csv", "exchanges.csv.gz", "samples.jsonl"])
    func otherSeed(_ name: String) throws {
        #expect(try WrittenCase.first.get().bytes(name) != WrittenCase.other.get().bytes(name))
    }

    @Test("a case is never written over files that are there")
    func occupied() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "taken-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data([1]).write(to: folder.appendingPathComponent("mine.txt"))
        #expect(throws: SyntheticCaseError.folderNotEmpty(path: folder.path)) {
            try QuickstartWorld(seed: 1).write(to: folder)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["mine.txt"])
    }

    @Test("the folder stays under three megabytes")
    func size() throws {
        #expect(try WrittenCase.first.get().files.reduce(0) { $0 + $1.bytes } < 3_000_000)
    }

    @Test("the case says SYNTHETIC in its title, in every profile and in every source")
    func mark() throws {
        let written = try WrittenCase.first.get()
        let note = String(decoding: try written.bytes("case.yaml"), as: UTF8.self)
        #expect(note.contains("title: \"Quickstart case (SYNTHETIC)\""))
        #expect(note.contains("\nsynthetic: true\n"))
        for file in written.files where file.name.hasPrefix("profiles/") {
            #expect(String(decoding: try written.bytes(file.name), as: UTF8.self).contains("SYNTHETIC"))
        }
        #expect(
            try written.table("sources.csv").column("obtained_from").allSatisfy { $0.contains("SYNTHETIC") })
    }

    @Test("the folder holds nothing of the truth")
    func noTruthInside() throws {
        let written = try WrittenCase.first.get()
        let secrets = [AmberNetwork.name, BasaltPaths.name, CobaltRelay.name, NamelessTutors.name]
        for file in written.files where !file.name.hasSuffix(".gz") {
            let text = String(decoding: try written.bytes(file.name), as: UTF8.self)
            #expect(!secrets.contains { text.contains($0) }, "\(file.name)")
        }
    }

    @Test("sources.csv names every other file with the digest of its bytes")
    func sources() throws {
        let written = try WrittenCase.first.get()
        let sources = try written.table("sources.csv")
        #expect(try sources.column("file") == written.files.dropLast().map(\.name))
        for (name, digest) in zip(try sources.column("file"), try sources.column("sha256")) {
            var hash = SHA256()
            hash.update(try written.bytes(name))
            #expect(hash.finish() == digest, "\(name)")
        }
    }
}
