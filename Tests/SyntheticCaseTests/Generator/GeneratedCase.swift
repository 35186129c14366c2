import Foundation

@testable import SyntheticCase

/// A generated world, written and read back the way a stranger would read it.
struct GeneratedCase {
    let summary: WorldSummary
    private let contents: [String: [UInt8]]

    /// A small world of every style and every look-alike, written once for all tests.
    static let standard = Result { try GeneratedCase() }

    init(
        preset: Preset = .standard, accounts: Int = 2000, exchangesEach: Double = 8, seed: UInt64 = 5,
        set settings: [String] = [], compressed: Bool = false, threads: Int = 2, partSize: Int = 1_000_000
    ) throws {
        var knobs = try preset.applied()
        try knobs.size(accounts: accounts)
        try knobs.turn(.exchangesPerAccount, to: exchangesEach)
        for text in settings { try knobs.turn(text) }
        let place = FileManager.default.temporaryDirectory.appendingPathComponent(
            "generated-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: place) }
        let world = try GeneratedWorld(title: "A test", knobs: knobs, seed: seed)
        summary = try world.write(
            to: place.appendingPathComponent("case"), compressed: compressed, threads: threads,
            partSize: partSize)
        var contents: [String: [UInt8]] = [:]
        let beside = ["truth", "lookalikes", "evidence"].map { "case.\($0).csv" }
        for name in summary.files.map({ "case/" + $0 }) + beside {
            contents[name] = [UInt8](try Data(contentsOf: place.appendingPathComponent(name)))
        }
        self.contents = contents
    }

    /// Every file of the folder and beside it, by name.
    var everything: [String: [UInt8]] { contents }

    func has(_ name: String) -> Bool { contents["case/" + name] != nil }

    func bytes(_ name: String) throws -> [UInt8] {
        guard let bytes = contents["case/" + name] else { throw Table.Unreadable() }
        return bytes
    }

    func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

    func table(_ name: String) throws -> Table { try Table(bytes(name)) }

    func beside(_ name: String) throws -> Table {
        guard let bytes = contents["case.\(name).csv"] else { throw Table.Unreadable() }
        return try Table(bytes)
    }
}
