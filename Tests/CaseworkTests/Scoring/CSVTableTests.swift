@testable import Casework
import TestSupport
import Testing

@Suite struct CSVTableTests {
    private func read(_ text: String) throws -> CSVTable { try CSVTable(Array(text.utf8), file: "t.csv") }

    @Test("Quotes, commas and line breaks in cells are read, with the line each row begins on")
    func quoting() throws {
        let table = try read("\u{FEFF}a,b\r\n\"x,\"\"y\"\"\n\",2\r\n\n,\"\"\n")
        #expect(table.header == ["a", "b"])
        #expect(
            table.rows == [.init(line: 2, fields: ["x,\"y\"\n", "2"]), .init(line: 5, fields: ["", ""])])
    }

    @Test("The last line needs no end")
    func noLastLineEnd() throws {
        #expect(try read("a,b\n1,").rows == [.init(line: 2, fields: ["1", ""])])
    }

    @Test(
        "What is no table says where and why",
        arguments: [
            ("", "t.csv:1: the file is empty: expected a header line"),
            ("a,a\n", "t.csv:1: the header names 'a' twice"),
            ("a,b\n1,2\n1\n", "t.csv:3: expected 2 fields, found 1"),
            ("a\n\"x\n", "t.csv:2: a quote is opened and never closed"),
            (
                "a\n\"x\"y\n",
                "t.csv:2: a quote stands where none may: expected a comma or the end of the line after a closing quote"
            ),
        ])
    func errors(_ text: String, _ words: String) {
        let error = #expect(throws: CSVError.self) { try read(text) }
        #expect(error?.description == words)
    }

    @Test("A row that is not UTF-8 is named")
    func notUTF8() {
        let error = #expect(throws: CSVError.self) { try CSVTable([97, 10, 0xFF, 10], file: "t.csv") }
        #expect(error?.description == "t.csv:2: the row is not UTF-8")
    }

    @Test("Random bytes are a table or an error", arguments: UInt64(1)...3)
    func randomBytes(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for _ in 0..<2000 {
            let bytes = (0..<random.below(30)).map { _ in random.pick(Array("a,\"\r\n".utf8) + [0xFF, 0]) }
            if let table = try? CSVTable(bytes, file: "t.csv") {
                #expect(table.rows.allSatisfy { $0.fields.count == table.header.count }, "seed \(seed)")
            }
        }
    }
}
