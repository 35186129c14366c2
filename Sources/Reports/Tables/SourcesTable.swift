public import Casework

extension ExportTable where Row == SourceRow {
    /// The files of evidence, each with its digest.
    public static var sources: ExportTable {
        ExportTable(
            name: "sources", meaning: "Files of evidence, in the order of import",
            columns: [
                .init("source", .integer, "Number of the file in the case") { .integer($0.source) },
                .init("file", .text, "Path relative to the imported folder") { .text($0.file) },
                .init("table", .text, "What the file holds") { .text($0.table.rawValue) },
                .init("sha256", .text, "Digest of the file as received") { .text($0.sha256) },
                .init("rows", .integer, "Rows stored") { .integer($0.rows) },
                .init("rejected", .integer, "Rows not taken") { .integer($0.rejected) },
                .init("faults", .integer, "Fields that could not be read in rows that were kept") {
                    .integer($0.faults)
                },
                .init("imported_at", .time, "When it was imported") { .time($0.importedAt) },
                .init("obtained_from", .text, "Who it came from, as the provider says") {
                    .text($0.obtainedFrom)
                },
                .init("grade", .text, "Admiralty grade") { .text($0.grade) },
            ])
    }
}
