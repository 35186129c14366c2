import ArgumentParser
import CaseStore
import Casework
import Foundation
import Reports

/// `revenuer export CASE --format F -o PATH`
struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Data out: members.csv, or the case's tables as CSV or JSON Lines.",
        discussion:
            "members: one file, exact, for scoring and ban lists. csv and jsonl: a folder with a table each "
            + "and datapackage.json; cells of the csv are guarded against spreadsheet formulas.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case members, csv, jsonl }

    @Argument(help: "The case file.", completion: .file())
    var path: String

    @Option(help: "members, csv or jsonl.")
    var format: Format

    @Option(name: .shortAndLong, help: "The file or folder to write; - for standard output (members only).")
    var output: String

    @Option(
        name: .customLong("min-probability"),
        help: "Least probability of a member; default: the case's threshold.")
    var leastProbability: Double?

    func run() throws {
        let reader = try CaseReader(opening: path)
        let members = RowFeed(try reader.campaignMembers(least: leastProbability))
        switch format {
        case .members where output == "-":
            try MembersExport.write(
                members, to: DescriptorSink(descriptor: STDOUT_FILENO, name: "standard output"))
        case .members: try MembersExport.write(members, toFile: output)
        case .csv: try CSVExport.write(content(reader, members), toFolder: try folder())
        case .jsonl: try JSONLinesExport.write(content(reader, members), toFolder: try folder())
        }
    }

    private func folder() throws -> String {
        if output == "-" {
            throw CommandFailure.usage("-o -: \(format.rawValue) is a folder of tables; name one.")
        }
        return output
    }

    private func content(_ reader: CaseReader, _ members: RowFeed<CampaignMember>) throws -> ExportContent {
        let overview = try reader.overview()
        var content = ExportContent(title: overview.title, isSynthetic: overview.synthetic)
        content.run = overview.run?.id
        content.withheld = overview.run?.withheld
        content.members = members
        content.campaigns = RowFeed(try reader.campaigns(ListQuery()))
        content.groups = RowFeed(try reader.groups(ListQuery()))
        content.sources = RowFeed(try reader.sources(ListQuery()))
        content.accounts = Export.feed { try reader.eachAccount(ListQuery(), $0) }
        content.artifacts = Export.feed { try reader.eachArtifact(ListQuery(), $0) }
        content.rejects = Export.feed { try reader.eachReject(ListQuery(), $0) }
        return content
    }

    /// Rows as they come, a thousand at a time, so that a large table never stands in memory.
    private static func feed<Row>(_ each: @escaping ((Row) throws -> Void) throws -> Void) -> RowFeed<Row> {
        RowFeed { consume in
            try withoutActuallyEscaping(consume) { consume in
                var batch: [Row] = []
                try each { row in
                    batch.append(row)
                    guard batch.count == 1000 else { return }
                    try consume(batch)
                    batch = []
                }
                if !batch.isEmpty { try consume(batch) }
            }
        }
    }
}
