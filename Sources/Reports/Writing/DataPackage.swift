import Casework

/// datapackage.json after the Data Package specification (v1): what each file of the folder holds.
struct DataPackage: Encodable {
    var profile = "tabular-data-package"
    var name = "revenuer-case"
    var title: String
    var description: String
    var synthetic: Bool
    var run: String?
    var resources: [Resource]

    init(content: ExportContent, format: RowFormat, resources: [Resource]) {
        title = (content.isSynthetic ? "SYNTHETIC: " : "") + content.title
        var sentences: [String] = []
        if content.isSynthetic { sentences.append("Everything in this case is invented.") }
        if format == .guardedCSV {
            sentences.append(
                "Texts that begin with = + - @, a control character or an apostrophe have an apostrophe before "
                    + "them, against spreadsheet formulas: take one leading apostrophe away to read them.")
        }
        if let withheld = content.withheld { sentences.append("Probabilities are withheld: \(withheld)") }
        description = sentences.joined(separator: " ")
        synthetic = content.isSynthetic
        run = content.run
        self.resources = resources
    }

    struct Resource: Encodable {
        var profile = "tabular-data-resource"
        var name: String
        var path: String
        var description: String
        var format: String
        var encoding = "utf-8"
        var bytes: Int
        /// Rows without the header.
        var rowCount: Int
        var schema: Schema

        init<Row>(_ table: ExportTable<Row>, file: String, format: String, rows: Int, bytes: Int) {
            name = table.name
            path = file
            description = table.meaning
            self.format = format
            self.bytes = bytes
            rowCount = rows
            schema = Schema(
                fields: table.columns.map {
                    .init(name: $0.name, type: $0.type.rawValue, description: $0.meaning)
                })
        }
    }

    struct Schema: Encodable {
        var fields: [Field]

        struct Field: Encodable {
            var name: String
            var type: String
            var description: String
        }
    }
}
