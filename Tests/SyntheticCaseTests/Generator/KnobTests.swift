import Foundation
import Testing

@testable import SyntheticCase

struct KnobTests {
    @Test("every knob stands within its range and can be written and read")
    func ranges() throws {
        var settings = KnobSettings()
        for knob in Knob.allCases {
            let definition = knob.definition
            #expect(definition.range.contains(definition.standard), "\(knob.rawValue)")
            for value in [definition.range.lowerBound, definition.range.upperBound, definition.standard] {
                try settings.turn("\(knob.rawValue)=\(definition.text(value))")
                #expect(settings[knob] == value, "\(knob.rawValue)")
            }
        }
        #expect(settings == KnobSettings())
    }

    @Test(
        "a knob that cannot be turned so is named with what it takes",
        arguments: [
            ("keep=2", "The knob keep cannot stand at \"2.0\". It takes 0 to 1."),
            ("keep=", "The knob keep cannot stand at \"\". It takes 0 to 1."),
            ("keep", "The knob keep cannot stand at \"\". It takes 0 to 1."),
            ("hydra=1.5", "The knob hydra cannot stand at \"1.5\". It takes a whole number, 0 to 20."),
            ("keep=nan", "The knob keep cannot stand at \"nan\". It takes 0 to 1."),
            (
                "population=some",
                "The knob population cannot stand at \"some\". It takes all|suspects|control."
            ),
            ("kepp=1", "There is no knob named kepp. `revenuer generate --list-knobs` names them all."),
        ])
    func wrong(_ text: String, _ message: String) {
        var settings = KnobSettings()
        let error = #expect(throws: SyntheticCaseError.self) { try settings.turn(text) }
        #expect(error?.description == message)
    }

    @Test("numbers beyond the world are refused in the words of who asked")
    func sizes() throws {
        var settings = KnobSettings()
        let error = #expect(throws: SyntheticCaseError.self) {
            try settings.size(accounts: 500, fraudulent: 501)
        }
        #expect(
            error?.description
                == "The knob fraud cannot stand at \"501\". It takes 0 to 500 in a world of 500 accounts.")
        try settings.size(accounts: 777, fraudulent: 31, exchanges: 12_345, samples: 17)
        #expect(settings.fraudCount == 31)
        #expect(settings.exchangeCount == 12_345)
        #expect(settings.sampleCount == 17)
    }

    @Test(
        "knobs that contradict each other end with an error that says what to turn",
        arguments: [
            (["company-share=0.9", "class-share=0.5"], "crowded"),
            (["fraud-share=0.002"], "tooFew"), (["heavy-share=0.5"], "overfull"),
            (["fraud-share=1", "hydra=1"], "crowded"),
        ])
    func contradictions(_ texts: [String], _ kind: String) throws {
        var settings = KnobSettings()
        try settings.size(accounts: 1000)
        for text in texts { try settings.turn(text) }
        let knobs = settings
        let error = #expect(throws: SyntheticCaseError.self) {
            _ = try GeneratedWorld(title: "A test", knobs: knobs, seed: 1)
        }
        #expect(error.map { "\($0)".isEmpty } == false)
        switch (error, kind) {
        case (.crowded, "crowded"), (.tooFewFraudulent, "tooFew"), (.overfull, "overfull"): break
        default: Issue.record("\(String(describing: error))")
        }
    }

    @Test("fraud without any operation is refused")
    func nobody() throws {
        var settings = KnobSettings()
        for style in OperationStyle.allCases { try settings.turn(style.knob, to: 0) }
        let knobs = settings
        #expect(throws: SyntheticCaseError.noOperations(fraudulent: 2400)) {
            _ = try GeneratedWorld(title: "A test", knobs: knobs, seed: 1)
        }
    }

    @Test("every preset can be applied")
    func presets() throws {
        for preset in Preset.allCases { _ = try preset.applied() }
    }

    @Test("the documentation lists every knob and every preset as they are")
    func documentation() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Documentation/generate.md")
        let lines = Set(try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init))
        for knob in Knob.allCases {
            let definition = knob.definition
            let takes =
                definition.choices.isEmpty ? definition.rangeText : definition.choices.joined(separator: ", ")
            let unit = definition.choices.isEmpty ? definition.unit : "choice"
            let row =
                "| `\(knob.rawValue)` | \(definition.text(definition.standard)) | \(takes) | \(unit) | \(definition.words) |"
            #expect(lines.contains(row), "missing: \(row)")
        }
        for preset in Preset.allCases {
            let row = "| `\(preset.rawValue)` | \(preset.words) |"
            #expect(lines.contains(row), "missing: \(row)")
        }
    }
}
