public import Casework

/// How many of some accounts are flagged, and for which reason; one may be flagged for several.
public struct FlaggedTally: Hashable, Sendable {
    public var flagged = 0
    /// Members of a campaign at or above the accusation threshold.
    public var campaign = 0
    /// Members by the word of a reviewer.
    public var reviewer = 0
    /// Banned or suspended by the provider.
    public var provider = 0

    public init() {}
}

extension CaseReader {
    /// A tally for each list of account numbers. O(accounts).
    public func flaggedTallies(of lists: [[UInt32]]) throws -> [FlaggedTally] {
        try connection.read { handle in
            let statement = try handle.prepare(
                "SELECT s.campaign IS NOT NULL, coalesce(r.status IN ('banned', 'suspended'), 0),"
                    + " s.campaign IS NOT NULL AND \(ListDefinition.isConfirmed)"
                    + " FROM account_identity AS i LEFT JOIN account_standing AS s ON s.account = i.number"
                    + " LEFT JOIN account_record AS r ON r.account = i.number"
                    + " AND r.source <= (SELECT source FROM horizon) WHERE i.number = ?")
            var known: [UInt32: (campaign: Bool, provider: Bool, reviewer: Bool)] = [:]
            for account in Set(lists.joined()) {
                try statement.bind([.integer(Int64(account))])
                if try statement.step() {
                    known[account] = (statement.int(0) != 0, statement.int(1) != 0, statement.int(2) != 0)
                }
                statement.reset()
            }
            return lists.map { accounts in
                accounts.reduce(into: FlaggedTally()) { tally, account in
                    guard let flags = known[account], flags.campaign || flags.provider else { return }
                    tally.flagged += 1
                    if flags.campaign { tally.campaign += 1 }
                    if flags.reviewer { tally.reviewer += 1 }
                    if flags.provider { tally.provider += 1 }
                }
            }
        }
    }

    /// Account numbers with an address in each of some known ranges and in no longer one, ascending; one pass over
    /// the rollup of addresses for all of them.
    public func accountNumbers(in ranges: [AddressRange]) throws -> [[UInt32]] {
        try connection.read { handle in
            let known = try RangeReading.read(handle).map(\.range)
            let table = RangeTable(known)
            let wanted = Dictionary(zip(ranges, ranges.indices)) { first, _ in first }
            var places: [UInt32: Int] = [:]
            for range in ranges {
                try handle.each(
                    "SELECT number, address FROM address WHERE address BETWEEN ? AND ?",
                    [.bytes(range.address.stored), .bytes(range.last.stored)]
                ) { row in
                    guard let longest = table.longest(holding: IPAddress(stored: row.bytes(1))),
                        let place = wanted[known[longest]]
                    else { return }
                    places[UInt32(clamping: row.integer(0))] = place
                }
            }
            let isInside = NumberSet(places.keys)
            var accounts = [Set<UInt32>](repeating: [], count: ranges.count)
            try RollupScan.each(handle, .address) { columns in
                for entry in 0..<columns.count {
                    let value = UInt32(truncatingIfNeeded: columns.value.start[entry])
                    guard isInside.contains(value), let place = places[value] else { continue }
                    accounts[place].insert(columns.account.start[entry])
                }
            }
            return accounts.map { $0.sorted() }
        }
    }

    /// Accounts and flagged ones among them of a known range, as the list of networks has them; nil for none.
    public func networkCount(_ range: AddressRange) throws -> (accounts: Int, flagged: Int)? {
        try connection.read { handle in
            try handle.first(
                "SELECT accounts, flagged FROM network_count WHERE address = ? AND prefix = ?",
                [.bytes(range.address.stored), .integer(Int(range.prefix))]
            ) { ($0.int(0), $0.int(1)) }
        }
    }
}
