import ArgumentParser
import Foundation

/// The program's commands with their arguments, as the argument parser itself knows them: what manual pages and
/// Documentation/cli.md are made from, so that neither can say what the program does not do.
struct CommandTree: Decodable {
    var commandName: String
    var abstract: String?
    var discussion: String?
    var shouldDisplay: Bool
    var subcommands: [CommandTree]?
    var arguments: [Argument]?

    struct Argument: Decodable {
        enum Kind: String, Decodable { case positional, option, flag }

        struct Name: Decodable {
            var kind: String
            var name: String

            var text: String { kind == "long" ? "--\(name)" : "-\(name)" }
        }

        var kind: Kind
        var shouldDisplay: Bool
        var isOptional: Bool
        var isRepeating: Bool
        var names: [Name]?
        var preferredName: Name?
        var valueName: String?
        var defaultValue: String?
        var abstract: String?

        /// `--limit N`, `<path>`, `-h, --help`.
        var title: String {
            let value = valueName ?? "value"
            guard kind != .positional else { return "<\(value)>" + (isRepeating ? " …" : "") }
            let all = (names ?? []).map(\.text).joined(separator: ", ")
            return kind == .flag ? all : "\(all) <\(value)>"
        }

        /// As it stands in a synopsis: `[--limit <limit>]`, `<path>`.
        var usage: String {
            let value = valueName ?? "value"
            let repeated = isRepeating ? " …" : ""
            let plain: String
            switch kind {
            case .positional: plain = "<\(value)>\(repeated)"
            case .flag: plain = preferredName?.text ?? ""
            case .option: plain = "\(preferredName?.text ?? "") <\(value)>\(repeated)"
            }
            return isOptional ? "[\(plain)]" : plain
        }
    }

    /// What the argument parser says of the program.
    ///
    /// - Throws: `CommandFailure` where it says what is not understood here.
    static func ofProgram() throws -> CommandTree {
        struct Root: Decodable { var command: CommandTree }
        do {
            return try JSONDecoder().decode(Root.self, from: Data(Revenuer._dumpHelp().utf8)).command
        } catch {
            throw CommandFailure(message: "the list of commands cannot be read: \(error)")
        }
    }

    /// Commands that are shown, `help` left out, in the order of the program.
    var shown: [CommandTree] {
        (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
    }

    var shownArguments: [Argument] { (arguments ?? []).filter(\.shouldDisplay) }

    func synopsis(of program: String) -> String {
        let parts = shownArguments.filter {
            $0.preferredName?.name != "help" && $0.preferredName?.name != "version"
        }
        return ([program, commandName] + parts.map(\.usage)).joined(separator: " ")
    }
}
