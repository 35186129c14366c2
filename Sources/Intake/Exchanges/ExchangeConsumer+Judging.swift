import Casework

/// One row at a time, for files that feed other tables as well.
extension ExchangeConsumer: JudgingConsumer {
    mutating func judge(_ row: RowView) -> Bool {
        var held = RowGroup.Held(row: row)
        prepare(&held)
        return readOrRefuse(held)
    }

    mutating func settleIfFull() throws {
        if rows.count >= batchRows { try settle() }
    }

    mutating func takeDuplicates() -> Set<RowPosition> {
        var taken: Set<RowPosition> = []
        swap(&taken, &duplicates)
        return taken
    }

    /// Exchanges are always a file's first table: no other can say that their rows are duplicates.
    mutating func forget(_ positions: Set<RowPosition>) {}
}
