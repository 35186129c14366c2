import Casework

/// Puts tallies into the count tables of a schema.
struct HolderCountWriter {
    private let handle: Handle
    private let insert: Statement
    private let insertNetwork: Statement
    private let insertNetworkCount: Statement

    init(_ handle: Handle, _ schema: String) throws {
        self.handle = handle
        insert = try handle.prepare(
            "INSERT INTO \(schema).artifact_count (kind, value, accounts, flagged) VALUES (?,?,?,?)"
                // A kind may come both as a column of accounts and as an attribute: the wider one is shown.
                + " ON CONFLICT DO UPDATE SET accounts = max(accounts, excluded.accounts),"
                + " flagged = max(flagged, excluded.flagged)")
        insertNetwork = try handle.prepare(
            "INSERT INTO \(schema).network (address, prefix, net, asn, as_name, country, usage, user_count)"
                + " VALUES (?,?,?,?,?,?,?,?)")
        insertNetworkCount = try handle.prepare(
            "INSERT INTO \(schema).network_count (address, prefix, accounts, flagged) VALUES (?,?,?,?)")
    }

    func write(
        _ values: HolderTally, _ addresses: HolderTally, _ networks: NetworkTally, _ flags: FlaggedAccounts
    ) throws {
        // In the order of the table they go into: then each is added at its end and no page is read again.
        try handle.each("SELECT number, kind, value FROM value ORDER BY kind, value") { row in
            let number = row.int(0)
            guard number < values.accounts.count, values.accounts[number] > 0 else { return }
            try insert.bind(1, text: row.bytes(1))
            try insert.bind(2, text: row.bytes(2))
            try finish(values.accounts[number], values.flagged[number])
        }
        try write(addresses: addresses)
        try write(networks)
        try writeTemplates()
        for (column, kind) in HolderCountWriter.accountColumns { try writeAccountColumn(column, kind, flags) }
    }

    /// Texts are in another order than addresses: sorted here for the same reason.
    private func write(addresses: HolderTally) throws {
        var texts = TextDictionary()
        var numbers: [Int] = []
        try handle.each("SELECT number, address FROM address") { row in
            let number = row.int(0)
            guard number < addresses.accounts.count, addresses.accounts[number] > 0 else { return }
            var text = IPAddress(stored: row.bytes(1)).description
            text.withUTF8 { texts.append($0) }
            numbers.append(number)
        }
        try insert.bind(1, .text(ArtifactKind.address.rawValue))
        try texts.bytes.withUnsafeBufferPointer { bytes in
            for place in texts.sortedPlaces() {
                try insert.bind(2, text: UnsafeBufferPointer(rebasing: bytes[texts.range(of: place)]))
                try finish(addresses.accounts[numbers[place]], addresses.flagged[numbers[place]])
            }
        }
    }

    private func finish(_ accounts: Int, _ flagged: Int) throws {
        try insert.bind(3, .integer(accounts))
        try insert.bind(4, .integer(flagged))
        try insert.run()
    }

    private func write(_ networks: NetworkTally) throws {
        for (place, known) in networks.known.enumerated() {
            let key: [SQLValue] = [.bytes(known.range.address.stored), .integer(Int(known.range.prefix))]
            try insertNetwork.bind(
                key + [
                    .text(known.range.description), known.asNumber.sql, known.asName.sql,
                    known.country.sql, known.usage.sql, known.userCount.sql,
                ])
            try insertNetwork.run()
            guard networks.accounts[place] > 0 else { continue }
            try insertNetworkCount.bind(
                key + [.integer(networks.accounts[place]), .integer(networks.flagged[place])])
            try insertNetworkCount.run()
        }
    }

    /// Who sent prompts of each frame that the last analysis found.
    private func writeTemplates() throws {
        try handle.each(
            "SELECT t.template, count(DISTINCT p.account),"
                + " count(DISTINCT CASE WHEN \(ListDefinition.isFlagged) THEN p.account END)"
                + " FROM template_member AS t JOIN sample AS p ON p.source = t.source AND p.number = t.number"
                + " LEFT JOIN account_standing AS s ON s.account = p.account"
                + " LEFT JOIN account_record AS r ON r.account = p.account"
                + " AND r.source <= (SELECT source FROM horizon) GROUP BY t.template"
        ) { row in
            try insert.bind(1, .text(ArtifactKind.template.rawValue))
            try insert.bind(2, text: row.bytes(0))
            try finish(row.int(1), row.int(2))
        }
    }

    /// Columns of accounts are artifacts too: an account has at most one value of each.
    private func writeAccountColumn(_ column: String, _ kind: ArtifactKind, _ flags: FlaggedAccounts) throws {
        var coding = TextCoding()
        var accounts: [Int] = [0]
        var flagged: [Int] = [0]
        try handle.each(
            "SELECT account, \(column) FROM account_record WHERE \(column) IS NOT NULL"
                + " AND source <= (SELECT source FROM horizon)"
        ) { row in
            coding.append(row, 1)
            let code = Int(coding.coded.codes.last ?? 0)
            if code == accounts.count {
                accounts.append(0)
                flagged.append(0)
            }
            accounts[code] += 1
            if flags[UInt32(truncatingIfNeeded: row.integer(0))] { flagged[code] += 1 }
        }
        try coding.coded.texts.bytes.withUnsafeBufferPointer { bytes in
            for place in coding.coded.texts.sortedPlaces() {
                try insert.bind(1, .text(kind.rawValue))
                let text = UnsafeBufferPointer(rebasing: bytes[coding.coded.texts.range(of: place)])
                try insert.bind(2, text: text)
                try finish(accounts[place + 1], flagged[place + 1])
            }
        }
    }

    private static let accountColumns: [(String, ArtifactKind)] = [
        ("email_domain", .emailDomain), ("email_hash", .emailHash), ("org_name", .organisation),
    ]
}
