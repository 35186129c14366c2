import Casework

/// Every table of a case in one folder, in one format.
struct TableFolder {
    let content: ExportContent
    let format: RowFormat
    let ending: String

    func write(to path: String) throws {
        let folder = try ExportFolder(path: path)
        let resources = [
            try write(.campaigns, content.campaigns, folder),
            try write(.members, content.members, folder),
            try write(.groups, content.groups, folder),
            try write(.accounts, content.accounts, folder),
            try write(.artifacts, content.artifacts, folder),
            try write(.sources, content.sources, folder),
            try write(.rejects, content.rejects, folder),
        ]
        let package = DataPackage(content: content, format: format, resources: resources)
        try folder.file("datapackage.json") {
            try $0.write(try JSONText.encode(package) + [UInt8(ascii: "\n")])
        }
        if content.isSynthetic {
            try folder.file("SYNTHETIC.txt") { try $0.write(Array(Self.syntheticNote.utf8)) }
        }
        try folder.commit()
    }

    private static let syntheticNote =
        "SYNTHETIC: every account, address and prompt in this folder is invented. No real person is described.\n"

    private func write<Row>(
        _ table: ExportTable<Row>, _ rows: RowFeed<Row>, _ folder: ExportFolder
    ) throws -> DataPackage.Resource {
        let file = table.name + "." + ending
        var size = TableWriter<Row>.Size()
        try folder.file(file) { sink in
            size = try TableWriter(table: table, format: format).write(rows, to: sink)
        }
        return DataPackage.Resource(table, file: file, format: ending, rows: size.rows, bytes: size.bytes)
    }
}
