import ArgumentParser
import CaseStore
import Casework
import Foundation
import Reports
import Workbench

/// `revenuer export CASE --format F -o PATH`
struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Data out: members.csv, the case's tables as CSV or JSON Lines, or the graph of its groups.",
        discussion:
            "members: one file, exact, for scoring and ban lists. csv and jsonl: a folder with a table each "
            + "and datapackage.json; cells of the csv are guarded against spreadsheet formulas. graphml: one file, "
            + "accounts of groups and the values that tie them, for Gephi, networkx and igraph.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case members, csv, jsonl, graphml }

    @Argument(help: "The case file.", completion: .file())
    var path: String

    @Option(help: "members, csv, jsonl or graphml.")
    var format: Format

    @Option(
        name: .shortAndLong, help: "The file or folder to write; - for standard output (members and graphml)."
    )
    var output: String

    @Option(
        name: .customLong("min-probability"),
        help: "Least probability of a member; default: the case's threshold.")
    var leastProbability: Double?

    @Option(help: "Only this group or campaign (graphml).")
    var group: String?

    func run() throws {
        if group != nil, format != .graphml {
            throw CommandFailure.usage("--group goes with --format graphml only.")
        }
        let reader = try CaseReader(opening: path)
        switch format {
        case .members: try writeMembers(try members(reader))
        case .csv: try CSVExport.write(content(reader), toFolder: try folder())
        case .jsonl: try JSONLinesExport.write(content(reader), toFolder: try folder())
        case .graphml: try writeGraph(reader)
        }
    }

    private func members(_ reader: CaseReader) throws -> RowFeed<CampaignMember> {
        RowFeed(try reader.campaignMembers(least: leastProbability))
    }

    private func writeMembers(_ members: RowFeed<CampaignMember>) throws {
        if output == "-" {
            try PipedOutput.write { try MembersExport.write(members, to: $0) }
        } else {
            try MembersExport.write(members, toFile: output)
        }
    }

    private func writeGraph(_ reader: CaseReader) throws {
        let graph = try GraphDesk(reader).graph(ofGroup: group)
        if output == "-" {
            try PipedOutput.write { try GraphMLExport.write(graph, to: $0) }
        } else {
            try GraphMLExport.write(graph, toFile: output)
        }
    }

    private func folder() throws -> String {
        if output == "-" {
            throw CommandFailure.usage("-o -: \(format.rawValue) is a folder of tables; name one.")
        }
        return output
    }

    private func content(_ reader: CaseReader) throws -> ExportContent {
        let overview = try reader.overview()
        var content = ExportContent(title: overview.title, isSynthetic: overview.synthetic)
        content.run = overview.run?.id
        content.withheld = overview.run?.withheld
        content.members = try members(reader)
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
