import Casework
import Testing

@testable import Intake

@Suite("Reading maps")
struct MapReadingTests {
    private static let good = """
        name: mine
        files: ["*.log.gz", exact.csv]
        form: csv
        delimiter: ";"
        outputs:
          - table: exchanges
            when: {from: kind, in: [call, chat]}
            fields:
              account_id: who
              at: {from: t, do: [{date: iso, zone: UTC}]}
              "attr:device": {first: [d1, d2], do: [trim]}
              odd_one: x
          - table: payments
            fields: {account_id: who, fingerprint: card}

        """

    @Test("a map is read with its form, files, tables and columns")
    func readsAll() throws {
        let map = try EvidenceMap.read(Array(MapReadingTests.good.utf8), name: "file.yaml")
        #expect(map.name == "mine")
        #expect(map.table == .exchanges)
        #expect(map.outputs.map(\.table) == [.exchanges, .payments])
        #expect(map.form.delimiter == 0x3B)
        #expect(map.columns.map(\.name) == ["kind", "who", "t", "d1", "d2", "x", "card"])
        #expect(map.columns.filter(\.isOptional).map(\.name) == ["d1", "d2"])
        #expect(map.isFor("a.log.gz") && map.isFor("exact.csv") && !map.isFor("a.log") && !map.isFor("b.csv"))
        #expect(map.openQuestions.isEmpty)
    }

    @Test(
        "what is wrong in a map is told with its line",
        arguments: [
            ("form: csv", 1, "no outputs"), ("outputs: []\nform: xml", 2, "form is not"),
            ("form: csv\noutputs: []", 2, "not a list"),
            ("form: csv\nwidth: 3\noutputs: [{}]", 2, "width means nothing"),
            ("form: csv\noutputs:\n- table: cards\n  fields: {a: b}", 3, "no table of rows"),
            ("form: csv\noutputs:\n- table: profile\n  fields: {a: b}", 3, "no table of rows"),
            (
                "form: csv\noutputs:\n- table: payments\n  fields: {account_id: a}", 3,
                "needs the field fingerprint"
            ),
            (
                "form: csv\noutputs:\n- table: payments\n  fields:\n    account_id: a\n    colour: b", 6,
                "no such field"
            ),
            (
                "form: csv\noutputs:\n- table: payments\n  fields:\n    account_id: a\n    fingerprint: {do: [trim]}",
                6, "exactly one of"
            ),
            (
                "form: csv\noutputs:\n- table: payments\n  fields:\n    account_id: a\n    fingerprint: {from: b, do: [shout]}",
                6, "no such step"
            ),
            (
                "form: csv\noutputs:\n- table: payments\n  fields:\n    account_id: a\n    fingerprint: {from: b, is: c}",
                6, "exactly one of"
            ),
            (
                "form: csv\noutputs:\n- table: payments\n  fields:\n    account_id: a\n    fingerprint:\n      from: b\n      do:\n      - {date: \"%d/%m/%Y\"}",
                9, "says no zone"
            ),
            (
                "form: csv\noutputs:\n- table: payments\n  fields:\n    account_id: a\n    fingerprint:\n      from: b\n      do:\n      - {date: Tuesday, zone: UTC}",
                9, "date is no format"
            ),
            (
                "form: csv\noutputs:\n- table: payments\n  fields:\n    account_id: a\n    fingerprint: {from: b, do: [{date: iso, zone: CET}]}",
                6, "zone is neither"
            ),
            (
                "form: csv\noutputs:\n- table: payments\n  fields:\n    account_id: a\n    fingerprint: {from: b, do: [{capture: \"(a+)+$\"}]}",
                6, "capture is no pattern"
            ),
            (
                "form: jsonl\noutputs:\n- table: payments\n  fields:\n    account_id: a..b\n    fingerprint: c",
                5, "not a path"
            ),
            ("form: log\noutputs: [{table: attributes}]", 1, "a log needs"),
            ("form: log\nline: abc\noutputs: [{table: attributes}]", 2, "line is no pattern"),
            (
                "form: log\ncolumns: [a]\noutputs:\n- table: attributes\n  fields: {account_id: b, kind: a, value: a}",
                5, "names no such column"
            ),
            (
                "form: csv\noutputs:\n- table: payments\n  fields: {account_id: a, fingerprint: b}\n- table: exchanges\n  fields: {account_id: a, at: b}",
                5, "first output"
            ),
            (
                "form: csv\noutputs:\n- table: payments\n  when: {from: a, in: [x], not_in: [y]}\n  fields: {account_id: a, fingerprint: b}",
                4, "both in and not_in"
            ),
            ("form: csv\n\tx: y", 2, "tab"),
        ])
    func problems(text: String, line: Int, words: String) throws {
        let found = try #require(problem(ofMap: text))
        #expect(found.line == line, "\(found)")
        #expect(found.problem.contains(words), "\(found)")
    }

    @Test("a map with a question is not imported with; the question is told with its line")
    func questions() throws {
        let map = try EvidenceMap.read(
            Array(
                "form: csv\noutputs:\n- table: payments\n  fields:\n    account_id: {ask: \"who?\"}\n    fingerprint: b"
                    .utf8),
            name: "m")
        #expect(map.openQuestions == ["line 5: account_id is still to be decided: who?"])
        #expect(throws: MapError.undecided(map: "m", map.openQuestions)) {
            try EvidenceImport(sink: DiscardingSink()).run([], maps: [map])
        }
    }

    @Test("maps made to blow up fail, and quickly")
    func bombs() {
        var aliases =
            "form: csv\noutputs: &o [{table: payments, fields: {account_id: a, fingerprint: b}}]\nx: ["
        aliases += String(repeating: "*o, ", count: 2000) + "]"
        let deep = "form: csv\noutputs: " + String(repeating: "[", count: 50_000)
        var nested = "a"
        for _ in 0..<20 { nested = "{first: [\(nested)]}" }
        let many = (0..<300).map { "f\($0): c" }.joined(separator: ", ")
        let steps = Array(repeating: "trim", count: 40).joined(separator: ", ")
        func attribute(_ value: String) -> String {
            "form: csv\noutputs: [{table: attributes, fields: {account_id: a, kind: b, value: \(value)}}]"
        }
        let texts = [
            aliases, deep, attribute(nested), attribute("{from: c, do: [\(steps)]}"),
            "form: csv\noutputs: [{table: exchanges, fields: {account_id: a, at: b, \(many)}}]",
            attribute("{is: \(String(repeating: "x", count: 10_000))}"),
            "form: csv\noutputs: ["
                + Array(repeating: "{table: attributes}", count: 40).joined(separator: ",") + "]",
        ]
        for text in texts { #expect(problem(ofMap: text) != nil) }
    }

    @Test(
        "paths are read step by step",
        arguments: [
            ("a.b", [.member(Array("a".utf8)), .member(Array("b".utf8))]),
            ("$.a[0]", [.member(Array("a".utf8)), .element(0)]),
            ("a[-1][*]", [.member(Array("a".utf8)), .element(-1), .all]),
            ("[\"a.b\"].c", [.member(Array("a.b".utf8)), .member(Array("c".utf8))]),
            (
                "m[role=user]",
                [.member(Array("m".utf8)), .having(member: Array("role".utf8), value: Array("user".utf8))]
            ),
        ] as [(String, [PathStep])])
    func paths(text: String, steps: [PathStep]) { #expect(JSONPath.read(text) == steps) }

    @Test("what is no path is none, and written paths are read back")
    func noPaths() {
        for text in ["", ".", "a.", "a..b", "a[", "a[x]", "[\"a", "a[=b]", "$"] {
            #expect(JSONPath.read(text) == nil, "\(text)")
        }
        for names in [["a", "b"], ["a.b"], ["x[0]", "y"], ["q\"q"], ["é"]] {
            #expect(JSONPath.read(JSONPath.text(names)) == names.map { .member(Array($0.utf8)) })
        }
    }

    @Test("names of files fit their globs by bytes and case")
    func globs() {
        for (name, pattern) in [
            ("a.csv", "*.csv"), ("a.csv", "a.csv"), ("abc", "a?c"), ("", "*"), ("aab", "*ab"),
        ] {
            #expect(NameGlob.matches(name, pattern: pattern))
        }
        for (name, pattern) in [("A.csv", "a.csv"), ("a.csv.gz", "*.csv"), ("", "?"), ("é", "?")] {
            #expect(!NameGlob.matches(name, pattern: pattern))
        }
    }
}
