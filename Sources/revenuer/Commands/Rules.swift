import ArgumentParser
import Capabilities
import Casework
import Foundation

/// `revenuer rules`
struct Rules: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The YARA rules that find capabilities: print those shipped, or try rules of one's own.",
        discussion:
            "Rules are data. Write them to a file, change them, try them on the texts that they must and must "
            + "not match, and import them as rules/NAME.yar: a rule with the name of a shipped one replaces it. "
            + "`revenuer list rules CASE` says what each found.")

    @Argument(help: "A file of rules to try; without it the shipped rules are printed.", completion: .file())
    var file: String?

    @Option(help: "Texts that the rules must and must not match, in the form that --texts-shipped prints.")
    var texts: String?

    @Option(
        help:
            "Run the rules over a file of texts, each ended by a NUL; prints TEXT RULE PLACE… for each match."
    )
    var scan: String?

    @Flag(help: "Print the texts that the shipped rules are tested with instead of the rules.")
    var textsShipped = false

    func run() throws {
        var out = StandardOutput()
        if let scan {
            try matches(in: scan).forEach { out.line($0) }
        } else if let file {
            try check(file).forEach { out.line($0) }
        } else {
            out.raw((textsShipped ? ShippedRules.tests : ShippedRules.text).utf8)
        }
        out.flush()
    }

    private func check(_ path: String) throws -> [String] {
        let rules = RuleFile(name: path, text: try read(path))
        do {
            let (found, warnings) = try RuleText.check(rules.text, file: path)
            var lines = found.map { "\($0.name)  \($0.capability ?? "no capability")  weight \($0.weight)" }
            lines += warnings.map { "warning: \($0)" }
            guard let texts else { return lines }
            let failures = try RuleTests.run(rules, RuleTexts(try read(texts)))
            lines += failures.map { "\($0)" }
            guard failures.isEmpty else {
                throw CommandFailure(message: lines.suffix(failures.count).joined(separator: "\n"))
            }
            return lines + ["all texts as they must be"]
        } catch let error as RuleError {
            throw CommandFailure(message: "\(error)")
        }
    }

    /// Texts count from 0, places are bytes: `OFFSET+LENGTH`.
    private func matches(in path: String) throws -> [String] {
        let texts = try read(path, as: Data.self).split(separator: 0, omittingEmptySubsequences: false)
        var column = TextColumn()
        for text in texts.dropLast() { column.append(text) }
        do {
            let rules = try RuleSet(user: try file.map { [RuleFile(name: $0, text: try read($0))] } ?? [])
            guard let scan = try CapabilityScan.run(column, rules, isCancelled: { Interruption.isWished })
            else {
                throw Cancelled()
            }
            for failure in scan.failures {
                StandardError.line(
                    "revenuer: rule \(failure.rule.rule) does not come to an end in time; left out")
            }
            return scan.matches.map { match in
                let places = match.spans.map { "\($0.offset)+\($0.length)" }
                return ([String(match.text), rules.rules[match.rule].name] + places).joined(separator: " ")
            }
        } catch let error as RuleError {
            throw CommandFailure(message: "\(error)")
        }
    }

    private func read(_ path: String, as type: Data.Type) throws -> Data {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandFailure(message: "there is no file at \(path) that can be read")
        }
        return data
    }

    private func read(_ path: String) throws -> String {
        String(decoding: try read(path, as: Data.self), as: UTF8.self)
    }
}
