import Casework
import Foundation
import Reports
import TestSupport
import Testing

@Suite struct TableFolderTests {
    private static let tables = [
        "accounts", "artifacts", "campaigns", "groups", "members", "rejects", "sources",
    ]

    @Test("The csv export has a file for every table and says what is in it")
    func csvFiles() throws {
        let folder = try TemporaryFolder()
        try CSVExport.write(ExportWorld.content(isSynthetic: false), toFolder: folder.path("out"))
        #expect(
            try folder.names()
                == (["out"] + Self.tables.map { "out/\($0).csv" } + ["out/datapackage.json"]).sorted())
    }

    @Test("A synthetic case is marked in the package and by a file")
    func synthetic() throws {
        let folder = try TemporaryFolder()
        try JSONLinesExport.write(ExportWorld.content(isSynthetic: true), toFolder: folder.path("out"))
        #expect(try folder.text(of: "out/SYNTHETIC.txt").hasPrefix("SYNTHETIC"))
        let package = try folder.text(of: "out/datapackage.json")
        #expect(
            package.contains("\"title\":\"SYNTHETIC: Case =1\"") && package.contains("\"synthetic\":true"))
    }

    @Test("Cells of the csv export read back to the text they were, after taking the guard away")
    func csvIsReversible() throws {
        let folder = try TemporaryFolder()
        try CSVExport.write(ExportWorld.content(isSynthetic: false), toFolder: folder.path("out"))
        let table = try CSVTable(folder.bytes(of: "out/artifacts.csv"), file: "artifacts.csv")
        let column = try table.column("value", file: "artifacts.csv")
        let values = table.rows.map { ExactText(FormulaGuard.unguarded($0.fields[column])) }
        #expect(values == ExportWorld.hostile.map { ExactText($0) })
        #expect(
            table.rows.allSatisfy {
                !"=+-@\t\r".unicodeScalars.contains($0.fields[column].unicodeScalars.first ?? "x")
            })
    }

    @Test("Rows of accounts are as drawn")
    func drawnRow() throws {
        let folder = try TemporaryFolder()
        try CSVExport.write(ExportWorld.content(isSynthetic: false), toFolder: folder.path("out"))
        let lines = try folder.text(of: "out/accounts.csv").components(separatedBy: "\n")
        #expect(
            lines[1]
                == "'=1+1,false,2026-01-12T06:40:00.123Z,,,,paid,,,,'=1+1,12,,,,,1e-07,,\"[\"\"campaign\"\",\"\"provider\"\"]\""
        )
    }

    @Test("JSON Lines are safe to print and have a member for every column")
    func jsonLines() throws {
        let folder = try TemporaryFolder()
        try JSONLinesExport.write(ExportWorld.content(isSynthetic: false), toFolder: folder.path("out"))
        let text = try folder.text(of: "out/artifacts.jsonl")
        let isSafe = text.unicodeScalars.allSatisfy { $0 == "\n" || !SafeOutput.isUnsafe($0.value) }
        #expect(isSafe)
        let lines = text.split(separator: "\n")
        #expect(lines.count == ExportWorld.hostile.count)
        #expect(
            lines.first
                == "{\"kind\":\"device\",\"value\":\"=1+1\",\"accounts\":2,\"flagged\":1,\"verdict\":null,\"bits\":null,\"reasons\":[]}"
        )
    }

    @Test("The same content gives the same bytes")
    func deterministic() throws {
        let folder = try TemporaryFolder()
        for name in ["a", "b"] {
            try CSVExport.write(ExportWorld.content(isSynthetic: true), toFolder: folder.path(name))
        }
        for name in try folder.names() where name.hasPrefix("a/") {
            #expect(try folder.bytes(of: name) == folder.bytes(of: "b" + name.dropFirst()), "\(name)")
        }
    }

    @Test("A folder with something in it is not replaced, an empty one is")
    func existingFolder() throws {
        let folder = try TemporaryFolder()
        try folder.write("mine", to: "full/notes.txt")
        let error = #expect(throws: ExportError.self) {
            try CSVExport.write(ExportWorld.content(isSynthetic: false), toFolder: folder.path("full"))
        }
        #expect(error?.step == .replace)
        #expect(try folder.names() == ["full", "full/notes.txt"])
        try FileManager.default.createDirectory(
            atPath: folder.path("empty"), withIntermediateDirectories: false)
        try CSVExport.write(ExportWorld.content(isSynthetic: false), toFolder: folder.path("empty"))
        #expect(try folder.names().contains("empty/datapackage.json"))
    }

    @Test("An export that fails half way leaves no folder")
    func failure() throws {
        struct Broken: Error {}
        let folder = try TemporaryFolder()
        var content = ExportWorld.content(isSynthetic: false)
        content.rejects = RowFeed { _ in throw Broken() }
        #expect(throws: Broken.self) { try CSVExport.write(content, toFolder: folder.path("out")) }
        #expect(try folder.names() == [])
    }

    @Test("What a killed export left behind does not stand in the way")
    func leftOver() throws {
        let folder = try TemporaryFolder()
        try folder.write("half", to: ".out.partial/accounts.csv")
        try CSVExport.write(ExportWorld.content(isSynthetic: false), toFolder: folder.path("out"))
        #expect(try !folder.names().contains { $0.hasSuffix("partial") })
    }
}
