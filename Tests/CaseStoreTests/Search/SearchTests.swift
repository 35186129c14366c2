import Casework
import Foundation
import Testing

@testable import CaseStore

@Suite("Full text search") struct SearchTests {
    private let place: Workplace
    private let writer: CaseWriter

    init() throws {
        place = try Workplace()
        writer = try place.newCase()
    }

    /// Imports texts as samples 1… of a file, prompts with responses behind a bar.
    private func take(_ file: String, _ texts: [String]) throws {
        let importer = try writer.importer()
        try importer.take(.samples, file, rows: texts.count) {
            let samples = texts.enumerated().map { index, text in
                let parts = text.split(separator: "|", maxSplits: 1).map(String.init)
                var sample = SampleRecord(
                    position: RowPosition(line: index + 1, offset: index), account: AccountID("u-1"),
                    at: Timestamp(milliseconds: 9), prompt: parts.first ?? "")
                if parts.count > 1 { sample.response = parts[1] }
                return sample
            }
            try importer.append(.samples(samples), rejects: [], faults: [])
        }
        try importer.close()
    }

    /// Numbers of the samples found.
    private func find(_ query: String) throws -> [Int32] {
        let reader = try writer.reader()
        let search = SampleSearch(caseAt: writer.path)
        try search.ensure(reader)
        let found = try search.find(query)
        #expect(found.total == found.keys.count)
        try reader.close()
        return found.keys.map(\.number)
    }

    @Test("English words are found whole, whatever their case and accents")
    func english() throws {
        try take("s.jsonl", ["The art of CAFÉS|grading rubric", "part of it", "Café art, artful", ""])
        #expect(try find("art") == [1, 3])
        #expect(try find("cafe") == [3])
        #expect(try find("cafe*") == [1, 3])
        #expect(try find("rubric art") == [1])
        #expect(try find("\"art of\"") == [1])
        #expect(try find("\"of art\"") == [])
        #expect(try find("\"art of caf\"*") == [1])
    }

    @Test("two Chinese characters are found inside a sentence, and only side by side")
    func chinese() throws {
        try take(
            "s.jsonl",
            [
                "请把下面的推理过程翻译成英文。", "过去的程序没有推论,只有理由", "模型distillation蒸馏数据", "ＧＰＵ服务器",
                "データを抽出する", "한국어문장",
            ])
        #expect(try find("推理") == [1])
        #expect(try find("过程") == [1])
        #expect(try find("程") == [1, 2])
        #expect(try find("\"推 理\"") == [1])
        #expect(try find("推 理") == [1, 2])
        #expect(try find("蒸馏") == [3])
        #expect(try find("distillation蒸馏") == [3])
        #expect(try find("distillation") == [3])
        #expect(try find("gpu") == [4])
        #expect(try find("抽出") == [5])
        #expect(try find("국어") == [6])
        #expect(try find("翻译成英") == [1])
    }

    @Test("a phrase of ideographs finds exactly the texts that contain it", arguments: [11, 12] as [UInt64])
    func substrings(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let letters = Array("天地玄黄宇宙")
        func text(_ lengths: ClosedRange<Int>) -> String {
            let length = Int.random(in: lengths, using: &random)
            return String((0..<length).map { _ in letters[Int.random(in: 0..<6, using: &random)] })
        }
        let texts = (0..<60).map { _ in text(1...30) }
        try take("s.jsonl", texts)
        for _ in 0..<60 {
            let wanted = text(1...4)
            let found = try find(wanted)
            #expect(
                found == texts.indices.filter { texts[$0].contains(wanted) }.map { Int32($0 + 1) },
                "seed \(seed): \(wanted)")
        }
    }

    @Test(
        "operators and quotes of the index's language are only text",
        arguments: [
            "a\" OR \"b", "NEAR(a b)", "prompt:alpha", "{prompt response}: x", "alpha AND", "NOT alpha",
            "^alpha",
            "alpha + beta", "(", ")", "\"", "\"\"", "*", "**", "\"*", "alpha\"*\"", "-",
            "'; DROP TABLE text; --",
            "\u{0}", "a\u{0}\"b", "\u{202E}alpha", "\\", "alpha^2", "🙂", "text MATCH 'x'", "AND OR NOT",
            "x:*", "\"\"\"a",
        ])
    func hostile(_ query: String) throws {
        try take("s.jsonl", ["alpha beta", "gamma"])
        _ = try find(query)
        #expect(try find("alpha") == [1])
    }

    @Test("column names and operators are looked for as words")
    func literal() throws {
        try take("s.jsonl", ["prompt and alpha", "alpha", "near or not"])
        #expect(try find("prompt:alpha") == [])
        #expect(try find("alpha AND") == [1])
        #expect(try find("NOT near") == [3])
        #expect(try SearchQuery("🙂 alpha !!").ignored == ["🙂", "!!"])
        #expect(throws: SearchError.tooManyWords(limit: 64)) {
            try SearchQuery(String(repeating: "a ", count: 65))
        }
    }

    @Test("new sources are added, and another case at the path is indexed anew")
    func fresh() throws {
        let search = SampleSearch(caseAt: writer.path)
        let reader = try writer.reader()
        #expect(try search.isFresh(reader))
        try take("s.jsonl", ["one"])
        #expect(try !search.isFresh(reader))
        #expect(try find("one") == [1])
        try take("t.jsonl", ["two", "one"])
        try search.ensure(reader)
        #expect(
            try search.find("one").keys == [SampleKey(source: 1, number: 1), SampleKey(source: 2, number: 2)])
        #expect(try search.find("one", limit: 1, offset: 1).keys == [SampleKey(source: 2, number: 2)])
        #expect(try search.find("one", limit: 1).total == 2)
        let other = try place.newCase("b.revenuer")
        let importer = try other.importer()
        try importer.take(.samples, "u.jsonl") {
            let sample = SampleRecord(
                position: RowPosition(line: 1, offset: 0), account: AccountID("u-1"),
                at: Timestamp(milliseconds: 9), prompt: "three")
            try importer.append(.samples([sample]), rejects: [], faults: [])
        }
        try importer.close()
        try other.close()
        try reader.close()
        try writer.close()
        try FileManager.default.removeItem(atPath: writer.path)
        try FileManager.default.moveItem(atPath: place.path("b.revenuer"), toPath: writer.path)
        let otherReader = try CaseReader(opening: writer.path)
        #expect(try !search.isFresh(otherReader))
        try search.ensure(otherReader)
        #expect(try search.find("one").total == 0)
        #expect(try search.find("three").total == 1)
    }

    @Test("the index is its owner's alone, and what is no index is replaced")
    func file() throws {
        try take("s.jsonl", ["one"])
        let path = writer.path + ".search"
        for junk in ["", "junk", String(repeating: "SQLite format 3\0", count: 400)] {
            try junk.write(toFile: path, atomically: false, encoding: .utf8)
            #expect(try find("one") == [1])
        }
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(!FileManager.default.fileExists(atPath: path + "-lock"))
    }

    @Test("a cancelled call keeps what it finished and goes on next time")
    func cancelled() throws {
        try take("s.jsonl", ["one"])
        try take("t.jsonl", Array(repeating: "two", count: 600))
        let search = SampleSearch(caseAt: writer.path)
        let reader = try writer.reader()
        #expect(throws: SearchError.cancelled) { try search.ensure(reader, isCancelled: { true }) }
        #expect(try search.find("one").total == 1)
        #expect(try search.find("two").total == 0)
        var last = 0
        try search.ensure(reader, progress: { done, total in last = done * 1000 + total })
        #expect(last == 600_600)
        #expect(try search.find("two").total == 600)
    }

    @Test("the list of samples joins what the search finds")
    func list() throws {
        try take("s.jsonl", ["one", "two 推理", "three"])
        try take("t.jsonl", ["two"])
        let reader = try writer.reader()
        let search = SampleSearch(caseAt: writer.path)
        try search.ensure(reader)
        let condition = try #require(try search.condition("two"))
        let list = ListDefinition.samples
        let prompts = try reader.connection.read { handle in
            try handle.rows(
                "SELECT p.prompt FROM \(list.tables) WHERE \(list.visible) AND \(condition.text) ORDER BY p.source",
                condition.values
            ) { $0.text(0) }
        }
        #expect(prompts == ["two 推理", "two"])
    }

    @Test("broken UTF-8 parts words and harms nothing")
    func prepared() {
        #expect(SearchText.prepared("a中b") == "a 中 b")
        #expect(SearchText.prepared("Ａ１") == "A1")
        var text: [UInt8] = []
        [0x61, 0xFF, 0xE4, 0xB8, 0x62, 0xC0, 0x80, 0xED, 0xA0, 0x80, 0xF0].withUnsafeBufferPointer {
            SearchText.append($0, to: &text)
        }
        #expect(String(decoding: text, as: UTF8.self).filter { $0 != " " } == "ab")
    }
}
