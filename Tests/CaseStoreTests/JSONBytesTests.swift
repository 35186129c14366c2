import Casework
import Foundation
import Testing

@testable import CaseStore

@Suite("JSON by hand") struct JSONBytesTests {
    @Test(
        "Texts come back as they were",
        arguments: ["", "plain", "\"\\\u{0}\n\u{1F}\u{7F}", "caf\u{e9} \u{202E} \u{1F600}", "{1}"])
    func texts(text: String) throws {
        var json = JSONBytes()
        json.list([text, "x"]) { $0.text($1) }
        let back = try JSONDecoder().decode([String].self, from: Data(json.bytes))
        #expect(back == [text, "x"])
    }

    @Test("Whole numbers and others come back as they were", arguments: [0, 7, -1, Int32.min, .max])
    func numbers(number: Int32) throws {
        var json = JSONBytes()
        json.list([number, 10]) { $0.number($1) }
        #expect(try JSONDecoder().decode([Int32].self, from: Data(json.bytes)) == [number, 10])
    }

    @Test("Doubles come back to the last bit, and what JSON cannot hold as nothing")
    func doubles() throws {
        let values = [0.1, -1e-300, 1e21, 3.0, .infinity, .nan]
        var json = JSONBytes()
        json.list(values) { $0.number($1) }
        #expect(
            try JSONDecoder().decode([Double].self, from: Data(json.bytes)) == [0.1, -1e-300, 1e21, 3, 0, 0])
    }

    @Test(
        "Values come back as they were, with and without escapes",
        arguments: ["", "plain", "\"\\{[,", "caf\u{e9}\u{0}"])
    func artifacts(text: String) throws {
        for artifacts in [
            [],
            [
                Artifact(kind: .payment, value: "c"),
                Artifact(kind: ArtifactKind(text), value: ExactText(text)),
            ],
        ] {
            var json = JSONBytes()
            ArtifactColumn.write(artifacts, to: &json)
            let back = try json.bytes.withUnsafeBufferPointer { try ArtifactColumn.read($0) }
            #expect(back == artifacts)
            #expect(try JSONDecoder().decode([Artifact].self, from: Data(json.bytes)) == artifacts)
        }
    }

    @Test("Figures by name are written as the encoder of Foundation writes them")
    func figures() throws {
        let figures: [String: Double] = [
            "zeta": 1, "alpha": 0.1, "alpha_z": -3, "beta": 1e-300, "gamma": 1e21, "delta": 123_456_789.25,
            "none": .nan, "far": -.infinity, "zero": 0,
        ]
        var json = JSONBytes()
        json.figures(figures)
        #expect(
            String(decoding: json.bytes, as: UTF8.self)
                == (try JSONColumn.encode(figures.filter { $0.value.isFinite })))
        json.removeAll()
        json.figures([:])
        #expect(String(decoding: json.bytes, as: UTF8.self) == "{}")
    }

    @Test("Spans and skeletons come back as they were")
    func columns() throws {
        let spans = [TextSpan(offset: 0, length: 3), TextSpan(offset: 70_000, length: 0)]
        var json = JSONBytes()
        SpanColumn.write(spans, to: &json)
        #expect(try SpanColumn.read(String(decoding: json.bytes, as: UTF8.self)) == spans)
        let skeleton: [TemplateFinding.Part] = [.words("Say \"1\""), .slot(0), .words("2"), .slot(11)]
        #expect(try SkeletonColumn.read(SkeletonColumn.text(skeleton)) == skeleton)
    }
}
