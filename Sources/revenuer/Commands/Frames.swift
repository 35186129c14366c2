import ArgumentParser
import Casework
import Foundation
import Templates

/// `revenuer frames FILE`
struct Frames: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Frames of prompts in a file of texts, without a case.",
        discussion:
            "The texts end with a NUL each (--jsonl-in: JSON Lines with a member `prompt`). A case finds its "
            + "frames by itself in `analyze`; `revenuer list templates CASE` shows them.")

    @Argument(help: "The file.", completion: .file())
    var file: String

    @Flag(name: .customLong("jsonl-in"), help: "The file is JSON Lines with a member `prompt`.")
    var isJSONL = false

    @Option(help: "Of all hashes; any seed finds the same.")
    var seed: UInt64 = 1

    @OptionGroup var output: OutputOptions

    func run() throws {
        Interruption.listen()
        guard let data = FileManager.default.contents(atPath: file) else {
            throw CommandFailure(message: "there is no file at \(file) that can be read")
        }
        let found: [TemplateFinding]
        do {
            found = try TemplateMiner(seed: seed).mine(try texts(data)) { Interruption.isWished }
        } catch TemplateError.cancelled {
            throw Cancelled()
        }
        var out = StandardOutput()
        for template in found {
            if output.wantsJSON {
                try out.json(template)
            } else {
                out.line("\(template.id)  \(template.members.count.grouped)  \(template.frame)")
            }
        }
        out.flush()
        if !output.wantsJSON { StandardError.line("\(found.count.grouped) frames") }
    }

    /// Texts count from 0; keys have the number and source 0.
    private func texts(_ data: Data) throws -> TextColumn {
        var column = TextColumn()
        let pieces = data.split(separator: isJSONL ? UInt8(ascii: "\n") : 0, omittingEmptySubsequences: false)
        for (number, piece) in pieces.dropLast(pieces.last?.isEmpty == true ? 1 : 0).enumerated() {
            let key = SampleKey(source: 0, number: Int32(clamping: number))
            column.append(key, isJSONL ? try prompt(piece, line: number + 1) : Array(piece))
        }
        return column
    }

    private func prompt(_ line: Data, line number: Int) throws -> [UInt8] {
        struct Row: Decodable { var prompt: String }
        do {
            return Array(try JSONDecoder().decode(Row.self, from: line).prompt.utf8)
        } catch {
            throw CommandFailure(message: "\(file):\(number): no JSON object with a text `prompt`")
        }
    }
}
