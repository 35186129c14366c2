/// Removes what an import left that did not come to its end: rows of a pending source are no evidence.
enum PendingSweep {
    /// Deletes all rows of pending sources, then the sources. Call it in a transaction, holding the case's lock.
    static func sweep(_ handle: Handle) throws {
        let pending = try handle.rows("SELECT number FROM source WHERE state = 'pending'") { $0.int(0) }
        for source in pending {
            for table in Schema.groundTables where !table.ownGuards {
                try handle.run("DELETE FROM \(table.name) WHERE source = ?", [.integer(source)])
            }
            try handle.run("DELETE FROM source WHERE number = ?", [.integer(source)])
        }
    }

    /// The same in a transaction of its own, if there is anything to sweep.
    static func sweepIfNeeded(_ handle: Handle) throws {
        guard try handle.number("SELECT count(*) FROM source WHERE state = 'pending'") > 0 else { return }
        try handle.transaction {
            try sweep(handle)
            try handle.runScript(SchemaVersion1.identityIndex)
        }
    }
}
