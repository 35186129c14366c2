import ArgumentParser
import Casework
import Foundation
import SyntheticCase

/// `revenuer generate DIR`
struct Generate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes an invented world with its truth beside it.",
        discussion: """
            DIR becomes an evidence folder. Beside it lie DIR.truth.csv, DIR.lookalikes.csv and DIR.evidence.csv, \
            which `score` reads and `import` never sees. The same seed and knobs give the same bytes.
            """)

    @Argument(help: "A folder that does not exist or is empty.", completion: .directory)
    var folder: String?

    @Option(help: "A named world; see --list-presets.")
    var preset = Preset.standard.rawValue

    @Option(help: "Accounts; a preset's other numbers grow and shrink with them.")
    var accounts: Int?

    @Option(help: "Fraudulent accounts among them.")
    var fraud: Int?

    @Option(help: "Exchanges, in the mean.")
    var exchanges: Int?

    @Option(help: "Samples, in the mean.")
    var samples: Int?

    @Option(help: "Another seed is another world; default: 1, or the committed seed of quickstart.")
    var seed: UInt64?

    @Option(name: .customLong("set"), help: "Turns a knob: KNOB=VALUE; see --list-knobs. May be repeated.")
    var settings: [String] = []

    @Flag(help: "Compress exchanges and samples.")
    var gzip = false

    @Flag(name: .customLong("list-presets"), help: "Print every preset and end.")
    var listsPresets = false

    @Flag(name: .customLong("list-knobs"), help: "Print every knob and end.")
    var listsKnobs = false

    @OptionGroup var progress: ProgressOptions

    func validate() throws {
        if folder == nil, !listsPresets, !listsKnobs {
            throw ValidationError("Give the folder to write, or --list-presets or --list-knobs.")
        }
    }

    func run() throws {
        if listsPresets || listsKnobs { return list() }
        guard let folder else { return }
        guard let preset = Preset(rawValue: preset) else {
            let known = Preset.allCases.map(\.rawValue).joined(separator: ", ")
            throw CommandFailure.usage("There is no preset named \(preset). Known: \(known).")
        }
        let place = URL(fileURLWithPath: folder)
        do {
            let lines = try preset == .quickstart ? quickstart(place) : world(preset, place)
            guard !progress.quiet else { return }
            var out = StandardOutput()
            lines.forEach { out.line($0) }
            out.flush()
        } catch let error as SyntheticCaseError {
            throw error.isUsage ? CommandFailure.usage("\(error)") : CommandFailure(message: "\(error)")
        }
    }

    /// The sample made by hand has one size.
    private func quickstart(_ place: URL) throws -> [String] {
        let sizes = [accounts, fraud, exchanges, samples].compactMap { $0 }
        guard sizes.isEmpty, settings.isEmpty, !gzip else {
            throw CommandFailure.usage("The preset quickstart takes a seed and nothing else.")
        }
        let seed = seed ?? QuickstartWorld.committedSeed
        let files = try QuickstartWorld(seed: seed).write(to: place)
        return ["\(place.path): quickstart, seed \(seed), \(files.count) files"]
    }

    private func world(_ preset: Preset, _ place: URL) throws -> [String] {
        var knobs = try preset.applied()
        try knobs.size(accounts: accounts, fraudulent: fraud, exchanges: exchanges, samples: samples)
        for text in settings { try knobs.turn(text) }
        let seed = seed ?? 1
        let line = progress.line
        line.update("inventing accounts", fraction: 0)
        let world = try GeneratedWorld(title: "\(preset.rawValue), seed \(seed)", knobs: knobs, seed: seed)
        let summary = try world.write(to: place, compressed: gzip) { share in
            line.update("writing exchanges", fraction: share)
        }
        line.clear()
        return [
            "\(place.path): \(preset.rawValue), seed \(seed) (SYNTHETIC)",
            "\(summary.accounts.grouped) accounts, \(summary.fraudulent.grouped) fraudulent in "
                + "\(summary.operations) operations, \(summary.lookAlikes.grouped) that only look alike",
            "\(summary.exchanges.grouped) exchanges, \(summary.samples.grouped) samples",
        ]
    }

    private func list() {
        var out = StandardOutput()
        if listsPresets {
            var table = TextTable([.init(title: "preset"), .init(title: "world", widest: 120)])
            for preset in Preset.allCases { table.add([preset.rawValue, preset.words]) }
            table.lines().forEach { out.line($0) }
        }
        if listsKnobs {
            var table = TextTable([
                .init(title: "knob"), .init(title: "standard", isNumber: true), .init(title: "takes"),
                .init(title: "what it does", widest: 160),
            ])
            for knob in Knob.allCases {
                let definition = knob.definition
                table.add([
                    knob.rawValue, definition.text(definition.standard),
                    definition.choices.isEmpty
                        ? "\(definition.rangeText) (\(definition.unit))" : definition.rangeText,
                    definition.words,
                ])
            }
            table.lines().forEach { out.line($0) }
        }
        out.flush()
    }
}
