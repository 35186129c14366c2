public import Casework

extension ExportTable where Row == ArtifactRow {
    /// Values that accounts hold, with what they say about their holders.
    public static var artifacts: ExportTable {
        ExportTable(
            name: "artifacts", meaning: "Values that accounts share, and what was concluded from each",
            columns: [
                .init("kind", .text, "payment, address, device, prompt_key …") { .text($0.kind.rawValue) },
                .init("value", .text, "The value, exactly as it stands in evidence") {
                    .text($0.value.string)
                },
                .init("accounts", .integer, "Accounts that hold it") { .integer($0.accounts) },
                .init("flagged", .integer, "Of those, flagged") { .integer($0.flagged) },
                .init("verdict", .text, "operation, shared, unknown or barred") { .word($0.verdict) },
                .init("bits", .number, "Weight of evidence before discounts, in bits") { .number($0.bits) },
                .init("reasons", .list, "Why the verdict") { .list($0.reasons) },
            ])
    }
}
