public import Casework

extension ExportTable where Row == RejectRow {
    /// Rows of evidence that were not taken.
    public static var rejects: ExportTable {
        ExportTable(
            name: "rejects", meaning: "Rows of evidence that were not taken, with the reason",
            columns: [
                .init("source", .integer, "Number of the file in the case") { .integer($0.source) },
                .init("file", .text, "Path relative to the imported folder") { .text($0.file) },
                .init("line", .integer, "Physical line, from 1") { .integer($0.line) },
                .init("offset", .integer, "Byte of the row in the decompressed file") { .integer($0.offset) },
                .init("reason", .text, "Why it was not taken") { .text($0.reason) },
                .init("field", .text, "The field at fault, where one is") { .text($0.field) },
                .init("raw", .text, "The row as received, at most 4 KiB") { .text($0.raw) },
            ])
    }
}
