import Foundation

@testable import SyntheticCase

/// A quickstart case written once for all tests, and read back the way a stranger would read it.
struct WrittenCase {
    let files: [WrittenFile]
    private let contents: [String: [UInt8]]

    static let first = Result { try WrittenCase(seed: QuickstartWorld.committedSeed) }
    static let again = Result { try WrittenCase(seed: QuickstartWorld.committedSeed) }
    static let other = Result { try WrittenCase(seed: 12) }

    init(seed: UInt64) throws {
        let place = FileManager.default.temporaryDirectory.appendingPathComponent(
            "quickstart-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: place) }
        files = try QuickstartWorld(seed: seed).write(to: place.appendingPathComponent("case"))
        var contents: [String: [UInt8]] = [:]
        for name in files.map({ "case/" + $0.name }) + ["case.truth.csv", "case.lookalikes.csv"] {
            contents[name] = [UInt8](try Data(contentsOf: place.appendingPathComponent(name)))
        }
        self.contents = contents
    }

    /// The bytes of a file of the folder.
    func bytes(_ name: String) throws -> [UInt8] {
        guard let bytes = contents["case/" + name] else { throw Table.Unreadable() }
        return bytes
    }

    /// The bytes of `truth.csv` or `lookalikes.csv` beside the folder.
    func beside(_ name: String) throws -> [UInt8] {
        guard let bytes = contents["case." + name] else { throw Table.Unreadable() }
        return bytes
    }

    /// A file as a table: the header and the rows, gzip undone.
    func table(_ name: String) throws -> Table {
        let content = try bytes(name)
        return try Table(name.hasSuffix(".gz") ? Gunzip.bytes(content) : content)
    }

    func truth() throws -> Table { try Table(beside("truth.csv")) }
    func lookAlikes() throws -> Table { try Table(beside("lookalikes.csv")) }
}
