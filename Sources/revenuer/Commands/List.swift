import ArgumentParser
import CaseStore
import Casework
import Foundation
import Workbench

/// `revenuer list NOUN CASE [FILTER]`
struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Rows of a list, filtered and sorted.",
        discussion: """
            Filters: field:value (with * and ?), field>n, field:a..b, field:none, -not, or, bare words. Fields are \
            the names that --json prints. Example: revenuer list accounts CASE 'declared_country:SG exchanges>1000'

            history is what the ids of groups have been through over all analyses: new, continued with other members, \
            split off, merged, reclassified, gone, back, each with the analysis that found it. Example: revenuer list \
            history CASE 'event:merged or event:split'

            queue is the memberships in campaigns that nobody decided on, in the order to review them: by how uncertain \
            each is, 4 p (1 - p), times how many linked accounts it touches. decisions are those of reviewers, with what \
            the last analysis made of each.

            holds:KIND:VALUE keeps the accounts that hold exactly that value, byte for byte: 'holds:payment:pf_81c0', \
            'holds:network:198.51.100.0/24', 'holds:template:T-012'. A value with spaces or a colon goes in quotes. \
            tag:NAME keeps the accounts that bear a tag, tag:none the others.

            Accounts also have a field for every kind of value and every number: addresses_with_10_flagged is how many \
            addresses an account shares with 10 or more flagged accounts; networks_with_10_flagged (the ranges of list \
            networks), payments_with_3_flagged, devices_with_2_flagged and so on, with any kind that list artifacts \
            shows. Such a field is printed where the filter or --sort names it. Example: revenuer list accounts CASE \
            'addresses_with_10_flagged>=5'. Flagged means a member of a campaign at or above the accusation threshold, \
            confirmed by a reviewer, or banned or suspended by the provider; the column flagged says which.
            """)

    @Argument(
        help: ArgumentHelp("What to list: \(CaseList.allCases.map(\.rawValue).joined(separator: ", "))."))
    var noun: String

    @Argument(help: "The case file.", completion: .file())
    var path: String

    @Argument(help: "The filter.")
    var filter: [String] = []

    @Option(parsing: .unconditionalSingleValue, help: "A field to sort by; -FIELD for descending.")
    var sort: [String] = []

    @Option(help: "At most so many rows.")
    var limit: Int?

    @OptionGroup var output: OutputOptions

    func run() throws {
        guard let list = CaseList(rawValue: noun) else {
            let known = CaseList.allCases.map(\.rawValue).joined(separator: ", ")
            throw CommandFailure.usage("There is no list of \(noun). Known: \(known).")
        }
        let query = try query(list)
        let reader = try CaseReader(opening: path)
        if list == .samples, query.filter.hasWords {
            try? SampleSearch(caseAt: path).ensure(reader, isCancelled: { Interruption.isWished })
        }
        let named = query.connectionFields
        try checkKinds(named, reader)
        let printer = RowPrinter(output, fields: list.fieldsShown(namedBy: named))
        switch list {
        case .accounts: try reader.eachCountedAccount(query) { try printer.print($0) }
        case .artifacts: try reader.eachArtifact(query) { try printer.print($0) }
        case .networks: try reader.eachNetwork(query) { try printer.print($0) }
        case .samples: try reader.eachSample(query) { try printer.print($0) }
        case .groups: for row in try reader.groups(query) { try printer.print(row) }
        case .campaigns: for row in try reader.campaigns(query) { try printer.print(row) }
        case .sources: for row in try reader.sources(query) { try printer.print(row) }
        case .rejects: try reader.eachReject(query) { try printer.print($0) }
        case .faults: try reader.eachFault(query) { try printer.print($0) }
        case .events: for row in try reader.events(query) { try printer.print(row) }
        case .templates: for row in try reader.templates(query) { try printer.print(row) }
        case .links: for row in try reader.links(query) { try printer.print(row) }
        case .rules: for row in try reader.rules(query) { try printer.print(row) }
        case .indicators: for row in try reader.indicators(query) { try printer.print(row) }
        case .violations: for row in try reader.violations(query) { try printer.print(row) }
        case .notes: for row in try reader.notes(query) { try printer.print(row) }
        case .decisions: try reader.eachDecision(query) { try printer.print($0) }
        case .queue: try reader.eachReview(query) { try printer.print($0) }
        case .history: for row in try reader.campaignHistory(query) { try printer.print(row) }
        case .log: for row in try reader.log(query) { try printer.print(row) }
        }
        printer.finish()
    }

    private static let connectionHint =
        "To count values shared with flagged accounts, write their kind and a number: "
        + ConnectionField.usual.map(\.name).joined(separator: ", ") + ", payments_with_3_flagged …"

    private func checkKinds(_ fields: [ConnectionField], _ reader: CaseReader) throws {
        do {
            try ConnectionKinds.check(fields, reader)
        } catch let error as WorkbenchError {
            throw CommandFailure.usage("\(error)")
        }
    }

    private func query(_ list: CaseList) throws -> ListQuery {
        if let limit, limit < 0 { throw CommandFailure.usage("--limit \(limit): expected 0 or more.") }
        let text = filter.joined(separator: " ")
        let keys = sort.map {
            ListQuery.SortKey(
                $0.hasPrefix("-") ? String($0.dropFirst()) : $0, isDescending: $0.hasPrefix("-"))
        }
        let fields = list.fields(namedIn: ([text] + keys.map(\.field)).joined(separator: " "))
        for key in keys where !fields.contains(where: { $0.name == key.field }) {
            let known = list.fields.map(\.name).joined(separator: ", ")
            throw CommandFailure.usage("--sort \(key.field): \(noun) have no such field. Known: \(known).")
        }
        do {
            return ListQuery(filter: try ListFilter.parse(text, fields), sort: keys, limit: limit)
        } catch let failure as CommandFailure where list == .accounts && text.lowercased().contains("flagged")
        {
            throw CommandFailure.usage("\(failure.message)\n\(Self.connectionHint)")
        }
    }
}

extension CaseList {
    /// The columns of the table for people, those that the query names by a pattern among them.
    fileprivate func fieldsShown(namedBy named: [ConnectionField]) -> [FieldDescription] {
        // What other groups had to do with it is in the words.
        if self == .history { return fields.filter { $0.name != "kin" } }
        return named.isEmpty ? fields : fields(namedIn: named.map(\.name).joined(separator: " "))
    }
}

/// A filter given to a command.
enum ListFilter {
    /// - Throws: `CommandFailure` that marks the place.
    static func parse(_ text: String, _ fields: [FieldDescription]) throws -> Filter {
        do {
            return try FilterParser.parse(text, fields: fields)
        } catch {
            throw CommandFailure.usage("\(error)\n\(error.marked(in: text))")
        }
    }
}

/// Prints rows one by one: as JSON as they come, as a table in pages so that a long list does not have to wait.
final class RowPrinter {
    private let output: OutputOptions
    private let fields: [FieldDescription]
    private var out = StandardOutput()
    private var count = 0
    private var page: [[String]] = []

    /// Rows that share column widths.
    private static let rowsPerPage = 500

    init(_ output: OutputOptions, fields: [FieldDescription]) {
        self.output = output
        self.fields = fields
    }

    func print(_ row: some Encodable) throws {
        if Interruption.isWished { throw Cancelled() }
        let json = try JSONText.encode(row)
        if output.jsonl {
            out.raw(json + [UInt8(ascii: "\n")])
        } else if output.json {
            out.raw(count == 0 ? [UInt8(ascii: "[")] : Array(",\n".utf8))
            out.raw(json)
        } else {
            page.append(try RowCells.cells(json, fields))
            if page.count == RowPrinter.rowsPerPage { flushPage() }
        }
        count += 1
    }

    func finish() {
        if output.json && !output.jsonl { out.raw(Array((count == 0 ? "[]\n" : "]\n").utf8)) }
        if !output.wantsJSON {
            flushPage()
            if count == 0 { StandardError.line("No rows.") }
        }
        out.flush()
    }

    private func flushPage() {
        guard !page.isEmpty else { return }
        // Columns without any value say nothing and make room for those that have some.
        let used = fields.indices.filter { column in page.contains { !$0[column].isEmpty } }
        var table = TextTable(
            used.map {
                TextTable.Column(title: fields[$0].name, isNumber: fields[$0].type == .number, widest: 48)
            })
        for cells in page { table.add(used.map { cells[$0] }) }
        for line in table.lines() { out.line(line) }
        page = []
    }
}

/// Cells of a row for people, from what JSON says of it, so that both name the same things.
enum RowCells {
    static func cells(_ json: [UInt8], _ fields: [FieldDescription]) throws -> [String] {
        let object = try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any] ?? [:]
        return fields.map { text(object[$0.name]) }
    }

    private static func text(_ value: Any?) -> String {
        switch value {
        case nil, is NSNull: ""
        case let text as String: text
        case let number as NSNumber:
            isBoolean(number) ? (number.boolValue ? "yes" : "") : figure(number.doubleValue)
        case let list as [Any]: list.map { text($0) }.joined(separator: ", ")
        case let object as [String: Any]:
            object.sorted { $0.key < $1.key }.map { "\($0.key)=\(text($0.value))" }.joined(separator: " ")
        default: ""
        }
    }

    private static func isBoolean(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }

    private static func figure(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? Int(value).grouped : String(format: "%.3f", value)
    }
}
