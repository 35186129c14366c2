/// The `csv` export: a folder of tables with datapackage.json, safe to open in a spreadsheet.
///
/// campaigns, members, groups, accounts, artifacts, sources, rejects; RFC 4180, UTF-8, LF; times in RFC 3339;
/// lists as JSON arrays; texts under `FormulaGuard`.
public enum CSVExport {
    /// Writes the folder; it appears when it is whole, and replaces nothing but an empty folder.
    public static func write(_ content: ExportContent, toFolder path: String) throws {
        try TableFolder(content: content, format: .guardedCSV, ending: "csv").write(to: path)
    }
}
