import ArgumentParser
import Casework
import Foundation

/// `revenuer manual`
struct Manual: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The manual: every command with its arguments, as Markdown or as manual pages.")

    enum Format: String, CaseIterable, ExpressibleByArgument { case markdown, man }

    @Option(help: "markdown (one text) or man (a folder of pages).")
    var format = Format.markdown

    @Option(
        name: .shortAndLong, help: "A file, - for standard output; for manual pages a folder.",
        completion: .file())
    var output = "-"

    func run() throws {
        let tree = try CommandTree.ofProgram()
        switch format {
        case .markdown: try write(CommandLineReference(tree: tree).text)
        case .man: try writePages(tree)
        }
    }

    private func write(_ text: String) throws {
        if output == "-" {
            var out = StandardOutput()
            out.raw(text.utf8)
            return out.flush()
        }
        try Data(text.utf8).write(to: URL(fileURLWithPath: output))
    }

    private func writePages(_ tree: CommandTree) throws {
        guard output != "-" else { throw CommandFailure.usage("Manual pages need a folder: give --output.") }
        let folder = URL(fileURLWithPath: output, isDirectory: true)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let program = ProgramManualPage(tree: tree, version: ProgramVersion.current)
        try Data(program.text.utf8).write(to: folder.appending(path: program.fileName))
        for command in tree.shown {
            let page = ManualPage(
                program: tree.commandName, command: command, version: ProgramVersion.current)
            try Data(page.text.utf8).write(to: folder.appending(path: page.fileName))
        }
    }
}
