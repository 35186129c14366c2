/// A CSV file whose columns are asked for by name.
struct ScoringReader {
    struct Row {
        let file: String
        let columns: [String]
        let row: CSVTable.Row

        var line: Int { row.line }

        func error(_ cause: CSVError.Cause) -> CSVError { CSVError(file: file, line: row.line, cause: cause) }

        /// nil where the column is missing or the field is empty.
        func optional(_ name: String) -> String? {
            guard let index = columns.firstIndex(of: name), !row.fields[index].isEmpty else { return nil }
            return row.fields[index]
        }

        func required(_ name: String) throws(CSVError) -> String {
            guard let value = optional(name) else {
                throw error(.badValue(column: name, expected: "a value, found none"))
            }
            return value
        }

        func probability(_ name: String) throws(CSVError) -> Double? {
            guard let text = optional(name) else { return nil }
            guard let value = FilterOperand.number(text), (0...1).contains(value) else {
                throw error(.badValue(column: name, expected: "a number from 0 to 1"))
            }
            return value
        }

        func role() throws(CSVError) -> MemberFinding.Role {
            guard let text = optional("role") else { return .core }
            guard let role = MemberFinding.Role(rawValue: text) else {
                throw error(.badValue(column: "role", expected: "core or periphery"))
            }
            return role
        }
    }

    let rows: [Row]

    init(_ bytes: [UInt8], file: String, columns: [String]) throws(CSVError) {
        let table = try CSVTable(bytes, file: file)
        for name in columns { _ = try table.column(name, file: file) }
        rows = table.rows.map { Row(file: file, columns: table.header, row: $0) }
    }

    /// The rows, after a check that no account has two.
    func uniqueRows() throws(CSVError) -> [Row] {
        var lines: [AccountID: Int] = [:]
        for row in rows {
            let account = AccountID(try row.required("account_id"))
            if let first = lines[account] {
                throw row.error(.secondRow(account: account.string, firstLine: first))
            }
            lines[account] = row.line
        }
        return rows
    }
}
