import TestSupport
import Testing

@Suite struct SnapshotTests {
    @Test("A missing snapshot is written and fails, the same text passes, another one names the line")
    func life() throws {
        let folder = try TemporaryFolder()
        let source = folder.path("ATests.swift")
        let missing = #expect(throws: Snapshot.Mismatch.self) {
            try Snapshot.check("a\nb\n", "list.txt", beside: source, environment: [:])
        }
        #expect(missing?.description == "Snapshots/list.txt was missing: written now, look at it")
        try Snapshot.check("a\nb\n", "list.txt", beside: source, environment: [:])
        let other = #expect(throws: Snapshot.Mismatch.self) {
            try Snapshot.check("a\nc\n", "list.txt", beside: source, environment: [:])
        }
        #expect(other?.description.contains("line 2") == true && other?.description.contains("\"c\"") == true)
        #expect(try folder.text(of: "Snapshots/list.txt") == "a\nb\n")
    }

    @Test("Recording rewrites a snapshot and passes")
    func recording() throws {
        let folder = try TemporaryFolder()
        try folder.write("old", to: "Snapshots/list.txt")
        try Snapshot.check(
            "new", "list.txt", beside: folder.path("ATests.swift"), environment: ["RECORD": "1"])
        #expect(try folder.text(of: "Snapshots/list.txt") == "new")
    }
}
