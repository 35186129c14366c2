import Casework

/// Handing rows over: duplicates are taken out while their text still lies in memory, then batches go on.
extension ExchangeConsumer {
    mutating func settle() throws {
        readGroup()
        monitor.rows = rowsRead
        try settleClaims()
        let isFull = rows.count >= batchRows || rows.count * coded.count >= Limits.exchangeCells
        if isFull || pendingRawBytes >= Limits.pendingRawBytes { try flush() }
    }

    mutating func finish() throws {
        readGroup()
        try settleClaims()
        try flush()
    }

    /// Asks for the ids of the rows that still lie in memory and takes out those that are taken.
    private mutating func settleClaims() throws {
        guard !claims.isEmpty else { return }
        let answers = try sink.claimExchangeIDs(claims.map(\.hash))
        var taken: [Int] = []
        var positions: Set<RowPosition> = []
        for (claim, answer) in zip(claims, answers) {
            if case .granted = answer { continue }
            let position = RowPosition(line: rows.line[claim.row], offset: rows.offset[claim.row])
            taken.append(claim.row)
            positions.insert(position)
            append(.duplicate, position, claim.raw)
        }
        claims.removeAll(keepingCapacity: true)
        guard !taken.isEmpty else { return }
        if notesDuplicates { duplicates.formUnion(positions) }
        for index in coded.indices { coded[index].codes.remove(taken, of: rows.count) }
        rows.remove(taken)
        faults.removeAll { positions.contains($0.position) }
    }

    private mutating func flush() throws {
        guard rows.count > 0 || !rejects.isEmpty else { return }
        rejects.sort { $0.position < $1.position }
        monitor.count(rows: rows.count, rejects: rejects, faults: faults)
        try sink.append(.exchanges(takeBatch()), rejects: rejects, faults: faults)
        rejects.removeAll(keepingCapacity: true)
        faults.removeAll(keepingCapacity: true)
        pendingRawBytes = 0
    }

    /// The columns of ids that the file has, also in a batch where no row has one.
    private mutating func takePlainColumns(rows count: Int) -> [PlainColumn] {
        var columns: [PlainColumn] = []
        if places.exchangeID >= 0 { columns.append(rows.exchangeID.take(rows: count)) }
        if places.sampleID >= 0 { columns.append(rows.sampleID.take(rows: count)) }
        return columns
    }

    private mutating func takeBatch() -> ExchangeBatch {
        let count = rows.count
        var batch = rows.takeBatch()
        batch.plain = takePlainColumns(rows: count)
        swap(&batch.addedAccounts, &addedAccounts)
        swap(&batch.addedAddresses, &addedAddresses)
        batch.coded = coded.indices.map { coded[$0].takeColumn(rows: count) }
        return batch
    }
}
