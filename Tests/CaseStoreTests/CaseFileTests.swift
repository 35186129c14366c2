import Casework
import Foundation
import Testing

@testable import CaseStore

@Suite("Case files") struct CaseFileTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    @Test("A new case is readable by its owner alone, with all that lies beside it")
    func permissions() throws {
        let writer = try place.newCase()
        let importer = try writer.importer()
        try importer.takeAccounts("a.csv", [Evidence.account("u-1")])
        for name in ["a.revenuer", "a.revenuer-wal", "a.revenuer-shm", "a.revenuer-lock"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: place.path(name))
            #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
        }
        try importer.close()
        try writer.close()
    }

    @Test("A closed case is one file")
    func oneFile() throws {
        do {
            let writer = try place.newCase()
            try writer.close()
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: place.folder) == ["a.revenuer"])
    }

    @Test("Nothing is overwritten")
    func noOverwriting() throws {
        try Data("mine".utf8).write(to: URL(fileURLWithPath: place.path("a.revenuer")))
        #expect(throws: StoreError.alreadyExists(path: place.path("a.revenuer"))) { try place.newCase() }
        #expect(try String(contentsOfFile: place.path("a.revenuer"), encoding: .utf8) == "mine")
    }

    @Test("What is missing or no case is told apart")
    func notACase() throws {
        #expect(throws: StoreError.missing(path: place.path("none"))) {
            try CaseReader(opening: place.path("none"))
        }
        try Data(repeating: 65, count: 9000).write(to: URL(fileURLWithPath: place.path("text")))
        #expect(throws: StoreError.notACase(path: place.path("text"))) {
            try CaseReader(opening: place.path("text"))
        }
        #expect(throws: StoreError.self) { try CaseWriter(opening: place.path("text"), by: Workplace.act()) }
        try Data().write(to: URL(fileURLWithPath: place.path("empty")))
        #expect(throws: StoreError.notACase(path: place.path("empty"))) {
            try CaseReader(opening: place.path("empty"))
        }
    }

    @Test("A case of a newer format is refused")
    func newerVersion() throws {
        let writer = try place.newCase()
        try writer.connection.access { try $0.runScript("PRAGMA user_version = 99") }
        try writer.close()
        #expect(
            throws: StoreError.newerVersion(path: place.path("a.revenuer"), found: 99, known: Schema.version)
        ) {
            try CaseReader(opening: place.path("a.revenuer"))
        }
    }

    @Test("One writer at a time, readers at any time")
    func locking() throws {
        let path = place.path("a.revenuer")
        var writer: CaseWriter? = try place.newCase()
        #expect(throws: StoreError.locked(path: writer?.path ?? "")) {
            try CaseWriter(opening: path, by: Workplace.act())
        }
        let reader = try CaseReader(opening: path)
        #expect(try reader.overview().title == "A case")
        try writer?.close()
        writer = nil
        let next = try CaseWriter(opening: path, by: Workplace.act())
        #expect(try reader.overview().title == "A case")
        try next.close()
    }

    @Test("A reader cannot write, and a connection refuses what a hostile file could ask for")
    func defences() throws {
        let writer = try place.newCase()
        let reader = try writer.reader()
        #expect(throws: StoreError.self) {
            try reader.connection.access { try $0.run("DELETE FROM case_meta") }
        }
        #expect(throws: StoreError.self) {
            try writer.connection.access {
                try $0.runScript("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'x'")
            }
        }
        #expect(throws: StoreError.self) {
            try writer.connection.access { try $0.run("SELECT load_extension('x')") }
        }
        #expect(throws: StoreError.self) {
            try writer.connection.access { try $0.run("ATTACH ? AS other", [.text(place.path("other"))]) }
        }
        try reader.close()
        try writer.close()
    }

    @Test(
        "The sqlite3 shell opens a case",
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3")))
    func plainShell() throws {
        let writer = try place.newCase()
        let importer = try writer.importer()
        try importer.takeAccounts(
            "accounts.csv", [Evidence.account("u-1"), Evidence.account("u-2", line: 3)])
        try importer.close()
        try writer.close()
        let answer = try run(
            "/usr/bin/sqlite3",
            [place.path("a.revenuer"), "SELECT count(*) FROM account; PRAGMA integrity_check"])
        #expect(answer == "2\nok\n")
    }
}

/// What a program prints.
func run(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
}
