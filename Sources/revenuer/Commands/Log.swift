import ArgumentParser
import CaseStore
import Casework

/// `revenuer log CASE`
struct Log: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The audit log: what was done to the case, when and by whom.",
        discussion:
            "Filters work as in `list`, for example: revenuer log CASE 'action:import at>2026-02-01'. "
            + "`revenuer verify` checks the chain.")

    @Argument(help: "The case file.", completion: .file())
    var path: String

    @Argument(help: "The filter.")
    var filter: [String] = []

    @Option(help: "At most so many entries, the newest.")
    var limit: Int?

    @OptionGroup var output: OutputOptions

    func run() throws {
        if let limit, limit < 0 { throw CommandFailure.usage("--limit \(limit): expected 0 or more.") }
        let reader = try CaseReader(opening: path)
        let fields = CaseList.log.fields
        var query = ListQuery(filter: try ListFilter.parse(filter.joined(separator: " "), fields))
        if let limit {
            let total = try reader.count(.log, query.filter)
            query.offset = max(0, total - limit)
            query.limit = limit
        }
        let printer = RowPrinter(output, fields: fields)
        for row in try reader.log(query) { try printer.print(row) }
        printer.finish()
    }
}
