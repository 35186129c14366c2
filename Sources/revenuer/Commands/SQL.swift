import ArgumentParser
import CaseStore
import Casework
import Foundation

/// `revenuer sql CASE [QUERY]`
struct SQL: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read-only SQL on the documented schema, with the exchanges as a table.",
        discussion: """
            Tables are those of Documentation/schema.md, and `exchange` and `exchange_hour`, which are decoded from \
            the activity blocks as they are read. Several statements are run one after another. Without a query \
            they are read from standard input; on a terminal one by one, each to its semicolon. \
            Example: revenuer sql CASE 'SELECT account_id, hour, count(*) FROM exchange GROUP BY account, hour'
            """)

    @Argument(help: "The case file.", completion: .file())
    var path: String

    @Argument(help: "One or several statements.")
    var query: String?

    @Flag(help: "Print CSV; texts that a spreadsheet would run get an apostrophe.")
    var csv = false

    @OptionGroup var output: OutputOptions

    func validate() throws {
        if csv && output.wantsJSON { throw ValidationError("--csv and --json do not go together.") }
    }

    func run() throws {
        let sql = try CaseSQL(opening: path)
        let printer = SQLPrinter(csv: csv, output)
        if let query {
            try SQL.answer(query, sql, printer)
        } else if isatty(STDIN_FILENO) == 1 {
            try SQLPrompt(sql, printer).run()
        } else {
            let text = FileHandle.standardInput.readDataToEndOfFile()
            try SQL.answer(String(decoding: text, as: UTF8.self), sql, printer)
        }
    }

    /// Runs the statements and prints their rows; Ctrl-C ends them.
    static func answer(_ text: String, _ sql: CaseSQL, _ printer: SQLPrinter) throws {
        Interruption.listen()
        do {
            try sql.run(text, isCancelled: { Interruption.isWished }) { rows in
                if Interruption.isWished { throw Cancelled() }
                try printer.print(rows)
            }
        } catch SQLError.interrupted {
            printer.flush()
            throw Cancelled()
        } catch let error as SQLError {
            printer.flush()
            error.marked(in: text)?.forEach { StandardError.line("  " + $0) }
            throw CommandFailure(message: "\(error)")
        }
        printer.flush()
    }
}

/// Statements typed on a terminal, one after another.
struct SQLPrompt {
    private let sql: CaseSQL
    private let printer: SQLPrinter

    init(_ sql: CaseSQL, _ printer: SQLPrinter) {
        self.sql = sql
        self.printer = printer
    }

    /// Until `.quit` or the end of input. A statement that fails is no reason to leave.
    func run() throws {
        StandardError.line("Statements end with a semicolon; .tables, .schema [NAME], .quit")
        var text = ""
        while let line = ask(text.isEmpty ? "sql> " : "...> ") {
            let word = line.trimmingCharacters(in: .whitespaces)
            if text.isEmpty, word.hasPrefix(".") {
                if word == ".quit" || word == ".exit" { return }
                try obey(word)
                continue
            }
            if text.isEmpty, word.isEmpty { continue }
            text += line + "\n"
            guard CaseSQL.isComplete(text) else { continue }
            answer(text)
            text = ""
        }
    }

    private func ask(_ prompt: String) -> String? {
        // While nothing runs Ctrl-C leaves.
        signal(SIGINT, SIG_DFL)
        FileHandle.standardError.write(Data(prompt.utf8))
        return readLine()
    }

    private func answer(_ text: String) {
        do {
            try SQL.answer(text, sql, printer)
        } catch let failure as CommandFailure {
            StandardError.line(failure.message)
        } catch is Cancelled {
            StandardError.line("interrupted")
        } catch {
            StandardError.line("\(error)")
        }
    }

    private func obey(_ command: String) throws {
        let words = command.split(separator: " ").map(String.init)
        let schema = try sql.schema()
        switch words[0] {
        case ".tables": StandardError.line(schema.map(\.name).joined(separator: "  "))
        case ".schema":
            for table in schema where words.count < 2 || table.name == words[1] {
                for line in table.sql.split(separator: "\n") { StandardError.line(String(line)) }
            }
        default: StandardError.line("\(words[0]) is not known; .tables, .schema [NAME], .quit")
        }
    }
}
