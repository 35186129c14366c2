/// The `jsonl` export: a folder of tables in JSON Lines with datapackage.json.
///
/// The same tables and columns as the `csv` export. Texts are exact: controls and marks that a terminal would
/// obey are written as `\u` and four digits, which every JSON reader turns back.
public enum JSONLinesExport {
    /// Writes the folder; it appears when it is whole, and replaces nothing but an empty folder.
    public static func write(_ content: ExportContent, toFolder path: String) throws {
        try TableFolder(content: content, format: .jsonLines, ending: "jsonl").write(to: path)
    }
}
