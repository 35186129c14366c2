import ArgumentParser
import CaseStore
import Workbench

/// `revenuer new CASE`
struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "An empty case file, readable by its owner alone; refuses to overwrite.")

    @Argument(help: "The file to make.", completion: .file())
    var path: String

    @Option(help: "The title; default: the file's name.")
    var title: String?

    func run() throws {
        let title = title ?? CaseTitle.from(path: path)
        try CaseWriter.create(at: path, title: title, by: Operator.act).close()
    }
}
