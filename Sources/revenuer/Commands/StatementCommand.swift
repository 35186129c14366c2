import ArgumentParser
import CaseStore
import Casework
import Reports
import Workbench

/// `revenuer statement CASE ACCOUNT`
struct StatementCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "statement",
        abstract: "A statement of reasons for one account, fit to be read by its holder in an appeal.",
        discussion: """
            What is alleged and what is not, by which rule, on which facts in which period, how sure, which innocent \
            explanations were weighed, what was not available, what the holder can bring forward, who decides. Other \
            accounts are counted and never named, fingerprints and addresses are shortened. Of an account that is in no \
            campaign it says that nothing is alleged. Places that only people can fill stay marked until the options \
            fill them. The same case and options give the same bytes.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case md, txt, html, json }

    @Argument(help: "The case file.", completion: .file())
    var path: String

    @Argument(help: "The account's id.")
    var account: String

    @Option(help: "md, txt, html or json.")
    var format: Format?

    @Flag(help: "The same as --format json.")
    var json = false

    @Option(name: .shortAndLong, help: "The file to write; - for standard output.")
    var output = "-"

    @Option(help: "Whom the holder can write to.")
    var contact: String?

    @Option(help: "Until when.")
    var deadline: String?

    @Option(help: "The provider's number for the matter.")
    var reference: String?

    @Option(name: .customLong("decided-by"), help: "Who decides about the account.")
    var decidedBy: String?

    @Option(help: "Time of the statement, RFC 3339; default: that of the analysis.")
    var at: String?

    @OptionGroup var zone: ZoneOption

    func run() throws { try zone.using(state) }

    private func state() throws {
        if json, let format, format != .json {
            throw CommandFailure.usage("--json and --format \(format.rawValue) ask for different things.")
        }
        let desk = StatementDesk(try CaseReader(opening: path))
        var options = StatementOptions(at: try time(desk), tool: "revenuer \(ProgramVersion.current)")
        options.contact = contact
        options.deadline = deadline
        options.reference = reference
        options.decider = decidedBy
        let statement = AccountStatement(try desk.facts(AccountArgument.id(account)), options)
        for finding in WordingCheck.findings(in: statement) {
            StandardError.line(
                "revenuer: wording (\(finding.fault.rawValue)): \"\(finding.words)\" in: \(finding.sentence)")
        }
        try write(try form.bytes(statement))
    }

    private var form: StatementFormat {
        switch json ? .json : format ?? .txt {
        case .md: .markdown
        case .txt: .text
        case .html: .html
        case .json: .json
        }
    }

    private func time(_ desk: StatementDesk) throws -> Timestamp {
        guard let at else { return try desk.usualTime() }
        guard let time = Timestamp(rfc3339: at) else {
            throw CommandFailure.usage(
                "--at \(SafeOutput.brief(at)): expected a time such as 2026-03-01T12:00:00Z.")
        }
        return time
    }

    private func write(_ bytes: [UInt8]) throws {
        guard output != "-" else { return try PipedOutput.write { try $0.write(bytes) } }
        let sink = try FileSink(path: output)
        try sink.write(bytes)
        try sink.commit()
    }
}
