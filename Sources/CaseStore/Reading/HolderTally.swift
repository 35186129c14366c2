import Casework

/// The accounts that are members of a campaign, or banned or suspended by the provider.
struct FlaggedAccounts: Sendable {
    private var isFlagged: [Bool]

    /// As the case stands.
    init(_ handle: Handle) throws {
        let members = try handle.rows("SELECT account FROM account_standing WHERE campaign IS NOT NULL") {
            UInt32(truncatingIfNeeded: $0.integer(0))
        }
        try self.init(handle, campaignMembers: members)
    }

    /// As the case will stand with these accounts for the members of campaigns.
    init(_ handle: Handle, campaignMembers: [UInt32]) throws {
        isFlagged = Array(
            repeating: false,
            count: try handle.number("SELECT coalesce(max(number), 0) FROM account_identity") + 1)
        for account in campaignMembers where isFlagged.indices.contains(Int(account)) {
            isFlagged[Int(account)] = true
        }
        try handle.each(
            "SELECT account FROM account_record WHERE status IN ('banned', 'suspended')"
                + " AND source <= (SELECT source FROM horizon)"
        ) { row in
            if isFlagged.indices.contains(row.int(0)) { isFlagged[row.int(0)] = true }
        }
    }

    subscript(account: UInt32) -> Bool { Int(account) < isFlagged.count && isFlagged[Int(account)] }
}

/// Holders by value number.
struct HolderTally: Sendable {
    var accounts: [Int]
    var flagged: [Int]
    private let flags: FlaggedAccounts

    init(count: Int, flags: FlaggedAccounts) {
        accounts = Array(repeating: 0, count: count + 1)
        flagged = accounts
        self.flags = flags
    }

    mutating func add(_ value: Int, _ account: UInt32) {
        guard value > 0, value < accounts.count else { return }
        accounts[value] &+= 1
        if flags[account] { flagged[value] &+= 1 }
    }
}

/// Accounts by the longest range that holds an address of theirs. Addresses must come by account.
struct NetworkTally: Sendable {
    let known: [KnownRange]
    private(set) var accounts: [Int]
    private(set) var flagged: [Int]
    /// By address number: place of its range, -1 for none.
    private let rangeOfAddress: [Int]
    /// By range: the account counted last.
    private var counted: [UInt32]
    private let flags: FlaggedAccounts

    init(_ handle: Handle, flags: FlaggedAccounts) throws {
        self.flags = flags
        known = try RangeReading.read(handle)
        let table = RangeTable(known.map(\.range))
        var places = [-1]
        if !known.isEmpty {
            try handle.each("SELECT address FROM address ORDER BY number") { row in
                places.append(table.longest(holding: IPAddress(stored: row.bytes(0))) ?? -1)
            }
        }
        rangeOfAddress = places
        accounts = Array(repeating: 0, count: known.count)
        flagged = accounts
        counted = Array(repeating: 0, count: known.count)
    }

    mutating func add(address: Int, _ account: UInt32) {
        guard address > 0, address < rangeOfAddress.count, rangeOfAddress[address] >= 0 else { return }
        let range = rangeOfAddress[address]
        guard counted[range] != account else { return }
        counted[range] = account
        accounts[range] &+= 1
        if flags[account] { flagged[range] &+= 1 }
    }
}
