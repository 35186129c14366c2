import CaseStore
import Casework
import Foundation
import Reports

/// Prints the rows of queries: tables for people, else JSON, JSON Lines or CSV, as they come.
///
/// A text that is no UTF-8 is printed with replacement marks, a BLOB in hexadecimal, NULL as `NULL` in tables,
/// `null` in JSON, nothing in CSV. With `--json` each statement is one array.
final class SQLPrinter {
    private let csv: Bool
    private let output: OutputOptions
    private var out = StandardOutput()
    private var rowsOfStatement = 0
    private let isTerminal = StandardOutput.isTerminal

    init(csv: Bool, _ output: OutputOptions) {
        self.csv = csv
        self.output = output
    }

    func flush() { out.flush() }

    func print(_ rows: SQLRows) throws {
        if rows.isFirst { rowsOfStatement = 0 }
        if csv {
            printCSV(rows)
        } else if output.wantsJSON {
            printJSON(rows)
        } else {
            printTable(rows)
        }
        rowsOfStatement += rows.count
    }

    // MARK: - Tables

    /// Rows of a batch share column widths: a long answer does not have to wait.
    private func printTable(_ rows: SQLRows) {
        if rows.count == 0 {
            if rows.isFirst, rows.isLast, !rows.columns.isEmpty { StandardError.line("No rows.") }
            return
        }
        if rows.isFirst, rows.statement > 0 { out.line() }
        var table = TextTable(
            rows.columns.indices.map { column in
                let isNumber = (0..<rows.count).allSatisfy { SQLPrinter.isNumber(rows[$0], column) }
                return TextTable.Column(
                    title: SafeOutput.brief(rows.columns[column]), isNumber: isNumber, widest: 60)
            })
        for row in 0..<rows.count { table.add(rows[row].map(SQLPrinter.shown)) }
        for line in table.lines() { out.line(line) }
    }

    private static func isNumber(_ row: ArraySlice<SQLCell>, _ column: Int) -> Bool {
        switch row[row.startIndex + column] {
        case .integer, .real, .null: true
        case .text, .bytes: false
        }
    }

    private static func shown(_ cell: SQLCell) -> String {
        switch cell {
        case .null: "NULL"
        case .integer(let number): String(number)
        case .real(let number): String(number)
        // A cell is cut at sixty signs: the rest of a long text need not be made safe.
        case .text(let bytes): String(decoding: bytes.prefix(400), as: UTF8.self)
        case .bytes(let bytes): "x'" + hexadecimal(bytes.prefix(40)) + (bytes.count > 40 ? "…" : "'")
        }
    }

    // MARK: - JSON

    private func printJSON(_ rows: SQLRows) {
        let names = SQLPrinter.memberNames(rows.columns)
        if rows.isFirst, !output.jsonl { out.raw([UInt8(ascii: "[")]) }
        for row in 0..<rows.count {
            if !output.jsonl, rowsOfStatement + row > 0 { out.raw(Array(",\n".utf8)) }
            var text: [UInt8] = []
            for (index, cell) in rows[row].enumerated() {
                text.append(UInt8(ascii: index == 0 ? "{" : ","))
                text += names[index]
                SQLPrinter.appendJSON(cell, to: &text)
            }
            out.raw(text + Array((output.jsonl ? "}\n" : "}").utf8))
        }
        if rows.isLast, !output.jsonl { out.raw(Array("]\n".utf8)) }
    }

    /// `"name":`, each once: a second column of a name gets a number behind it.
    private static func memberNames(_ columns: [String]) -> [[UInt8]] {
        var seen: [ExactText: Int] = [:]
        return columns.map { column in
            let many = seen[ExactText(column), default: 0] + 1
            seen[ExactText(column)] = many
            var text: [UInt8] = []
            appendJSON(.text(Array((many == 1 ? column : "\(column):\(many)").utf8)), to: &text)
            return text + [UInt8(ascii: ":")]
        }
    }

    private static func appendJSON(_ cell: SQLCell, to text: inout [UInt8]) {
        switch cell {
        case .null: text += "null".utf8
        case .integer(let number): text += String(number).utf8
        case .real(let number): text += (number.isFinite ? String(number) : "null").utf8
        case .bytes(let bytes): text += "\"\(hexadecimal(bytes[...]))\"".utf8
        case .text(let bytes):
            let isPlain = bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }
            // An encoder for every cell would cost more than the query.
            let quoted = isPlain ? nil : try? JSONText.encode(String(decoding: bytes, as: UTF8.self))
            if let quoted { return text += quoted }
            text.append(UInt8(ascii: "\""))
            text += bytes
            text.append(UInt8(ascii: "\""))
        }
    }

    // MARK: - CSV

    private func printCSV(_ rows: SQLRows) {
        if rows.columns.isEmpty { return }
        var text: [UInt8] = []
        if rows.isFirst {
            if rows.statement > 0 { text.append(UInt8(ascii: "\n")) }
            appendLine(rows.columns.map { SQLCell.text(Array($0.utf8)) }, to: &text)
        }
        for row in 0..<rows.count { appendLine(rows[row], to: &text) }
        out.raw(text)
    }

    private func appendLine(_ cells: some Sequence<SQLCell>, to text: inout [UInt8]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { text.append(UInt8(ascii: ",")) }
            switch cell {
            case .null: continue
            case .integer(let number): text += String(number).utf8
            case .real(let number): text += String(number).utf8
            case .bytes(let bytes): text += SQLPrinter.hexadecimal(bytes[...]).utf8
            case .text(let bytes): appendText(bytes, to: &text)
            }
        }
        text.append(UInt8(ascii: "\n"))
    }

    private func appendText(_ bytes: [UInt8], to text: inout [UInt8]) {
        var string = FormulaGuard.guarded(String(decoding: bytes, as: UTF8.self))
        // Into a file exactly; on a terminal with everything that could steer it made visible.
        if isTerminal { string = SafeOutput.escaped(string) }
        let special: Set<UInt8> = [0x22, 0x2C, 0x0A, 0x0D]
        let utf8 = string.utf8
        guard utf8.contains(where: special.contains) || utf8.first == 0x20 || utf8.last == 0x20 else {
            text += utf8
            return
        }
        text += ("\"" + string.replacing("\"", with: "\"\"") + "\"").utf8
    }

    static func hexadecimal(_ bytes: ArraySlice<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
