import Casework
import Foundation
import Testing

@Suite("JSON text")
struct JSONTextTests {
    private struct Row: Codable {
        var firstAt: Int?
        var name: String
        var share = 0.5
        var figures: [String: Double] = [:]
        var tags: [String] = []
        var nested: [Row]?
    }

    private func text(_ value: some Encodable) throws -> String {
        String(decoding: try JSONText.encode(value), as: UTF8.self)
    }

    @Test("keys come in the order of declaration, in snake case, missing values as null")
    func keys() throws {
        let row = Row(firstAt: nil, name: "a")
        #expect(
            try text(row) == #"{"first_at":null,"name":"a","share":0.5,"figures":{},"tags":[],"nested":null}"#
        )
    }

    @Test("dictionaries come sorted by key")
    func sortedKeys() throws {
        #expect(try text(["b": 1, "a": 2, "C": 3]) == #"{"C":3,"a":2,"b":1}"#)
        #expect(try text([EvidenceFamily.time: 1.5, .means: 2]) == #"{"means":2,"time":1.5}"#)
    }

    @Test("what could steer a terminal is escaped, and reads back the same")
    func hostileText() throws {
        let hostile = "a\u{1B}[2J\u{0}\u{7F}\u{9B}\u{202E}\u{200B}\u{2028}\u{E0041}\"\\\n\té漢😀"
        let written = try text([hostile])
        #expect(!written.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) })
        #expect(!written.contains("\u{202E}"))
        #expect(try JSONDecoder().decode([String].self, from: Data(written.utf8)) == [hostile])
    }

    @Test("numbers that JSON cannot hold become null")
    func notFinite() throws {
        #expect(try text([Double.nan, .infinity, 1e300, -2.5, 3]) == "[null,null,1e+300,-2.5,3]")
    }

    @Test("nested values keep their commas apart")
    func nesting() throws {
        let row = Row(firstAt: 1, name: "x", nested: [Row(name: "y"), Row(name: "z")])
        let object = try JSONSerialization.jsonObject(with: Data(text(row).utf8)) as? [String: Any]
        #expect((object?["nested"] as? [Any])?.count == 2)
    }

    @Test("the overview of a case is valid JSON with every field named")
    func overview() throws {
        let overview = CaseOverview(title: "t", synthetic: true, population: "all")
        let object = try JSONSerialization.jsonObject(with: Data(text(overview).utf8)) as? [String: Any]
        #expect(object?["needs_attention"] != nil)
        #expect(object?["run"] is NSNull)
    }
}
