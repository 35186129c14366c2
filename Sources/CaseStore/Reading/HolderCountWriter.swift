import Casework

/// Puts tallies into the count tables of a schema.
struct HolderCountWriter {
    private let handle: Handle
    private let insert: BulkInsert
    private let insertNetwork: Statement
    private let insertNetworkCount: Statement

    init(_ handle: Handle, _ schema: String) throws {
        self.handle = handle
        insert = try BulkInsert(
            handle, "\(schema).artifact_count (kind, value, accounts, flagged)", columns: 4,
            // A kind may come both as a column of accounts and as an attribute: the wider one is shown.
            ending: " ON CONFLICT DO UPDATE SET accounts = max(accounts, excluded.accounts),"
                + " flagged = max(flagged, excluded.flagged)")
        insertNetwork = try handle.prepare(
            "INSERT INTO \(schema).network (address, prefix, net, asn, as_name, country, usage, user_count)"
                + " VALUES (?,?,?,?,?,?,?,?)")
        insertNetworkCount = try handle.prepare(
            "INSERT INTO \(schema).network_count (address, prefix, accounts, flagged) VALUES (?,?,?,?)")
    }

    func write(_ tallies: HolderTallies) throws {
        try write(tallies.networks)
        var sections = tallies.sections
        sections.append(try templates(tallies))
        // In the order of the table they go into: then each is added at its end and no page is read or split again.
        sections.sort { $0.kind < $1.kind }
        var next = 0
        var kind: [UInt8] = []
        try handle.each("SELECT number, kind, value FROM value ORDER BY kind, value") { row in
            let number = row.int(0)
            guard number < tallies.values.accounts.count, tallies.values.accounts[number] > 0 else { return }
            let own = row.bytes(1)
            if !own.elementsEqual(kind) {
                kind = Array(own)
                while next < sections.count,
                    sections[next].kind.rawValue.utf8.lexicographicallyPrecedes(kind)
                {
                    try write(sections[next])
                    next += 1
                }
            }
            try insert.bind(1, text: own)
            try insert.bind(2, text: row.bytes(2))
            try finish(tallies.values.accounts[number], tallies.values.flagged[number])
        }
        for section in sections[next...] { try write(section) }
        try insert.finish()
    }

    private func write(_ section: HolderTallies.Section) throws {
        let kind = SQLValue.text(section.kind.rawValue)
        try section.texts.bytes.withUnsafeBufferPointer { bytes in
            for place in 0..<section.texts.count {
                let text = UnsafeBufferPointer(rebasing: bytes[section.texts.range(of: place)])
                try insert.bind(1, kind)
                try insert.bind(2, text: text)
                try finish(section.accounts[place], section.flagged[place])
            }
        }
    }

    private func finish(_ accounts: Int, _ flagged: Int) throws {
        try insert.bind(3, .integer(accounts))
        try insert.bind(4, .integer(flagged))
        try insert.endRow()
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
    private func templates(_ tallies: HolderTallies) throws -> HolderTallies.Section {
        var texts = TextDictionary()
        var samples: [[SampleKey]] = []
        try handle.each("SELECT template, source, number FROM template_member ORDER BY template") { row in
            let id = row.bytes(0)
            let isSame = texts.count > 0 && id.elementsEqual(texts.bytes[texts.range(of: texts.count - 1)])
            if !isSame {
                texts.append(id)
                samples.append([])
            }
            samples[samples.count - 1].append(SampleKey(source: row.int(1), row: row.int(2)))
        }
        let counts = samples.map { tallies.samples.count($0, tallies.flags) }
        return HolderTallies.Section(
            .template, texts, accounts: counts.map(\.accounts), flagged: counts.map(\.flagged))
    }
}
