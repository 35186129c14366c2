import Casework

/// Who holds what, counted from the evidence: what `HolderCountWriter` puts into tables.
struct HolderTallies: Sendable {
    /// Artifacts of one kind that no table of values has, in the order of their texts.
    struct Section: Sendable {
        var kind: ArtifactKind
        var texts = TextDictionary()
        var accounts: [Int] = []
        var flagged: [Int] = []

        /// `texts` in any order, with the counts of each.
        init(_ kind: ArtifactKind, _ texts: TextDictionary, accounts: [Int], flagged: [Int]) {
            self.kind = kind
            let order = texts.sortedPlaces()
            self.texts = texts.ordered(by: order)
            self.accounts = order.map { accounts[$0] }
            self.flagged = order.map { flagged[$0] }
        }
    }

    let flags: FlaggedAccounts
    let samples: SampleAccounts
    private(set) var values: HolderTally
    private(set) var networks: NetworkTally
    /// Addresses, and the columns of accounts.
    private(set) var sections: [Section] = []

    /// Linear in holdings and exchanges' rollups, but for sorting texts.
    init(_ handle: Handle, flags: FlaggedAccounts) throws {
        self.flags = flags
        samples = try SampleAccounts(handle)
        values = try HolderTally(
            count: handle.number("SELECT coalesce(max(number), 0) FROM value"), flags: flags)
        var addresses = try HolderTally(
            count: handle.number("SELECT coalesce(max(number), 0) FROM address"), flags: flags)
        networks = try NetworkTally(handle, flags: flags)
        try HolderTallies.tally(&values, handle)
        try MergedRollup(.address).each(handle) { entries in
            for entry in entries {
                addresses.add(Int(entry.value), entry.account)
                networks.add(address: Int(entry.value), entry.account)
            }
        }
        sections.append(try HolderTallies.addresses(addresses, handle))
        for (column, kind) in HolderTallies.accountColumns {
            sections.append(try HolderTallies.accounts(column, kind, flags, handle))
        }
    }

    private static func addresses(_ tally: HolderTally, _ handle: Handle) throws -> Section {
        var texts = TextDictionary()
        var (accounts, flagged): ([Int], [Int]) = ([], [])
        try handle.each("SELECT number, address FROM address") { row in
            let number = row.int(0)
            guard number < tally.accounts.count, tally.accounts[number] > 0 else { return }
            IPAddress(stored: row.bytes(1)).write(to: &texts.bytes)
            texts.ends.append(texts.bytes.count)
            accounts.append(tally.accounts[number])
            flagged.append(tally.flagged[number])
        }
        return Section(.address, texts, accounts: accounts, flagged: flagged)
    }

    private static let accountColumns: [(String, ArtifactKind)] = [
        ("email_domain", .emailDomain), ("email_hash", .emailHash), ("org_name", .organisation),
    ]

    /// Columns of accounts are artifacts too: an account has at most one value of each.
    private static func accounts(
        _ column: String, _ kind: ArtifactKind, _ flags: FlaggedAccounts, _ handle: Handle
    ) throws -> Section {
        var coding = TextCoding()
        var (accounts, flagged): ([Int], [Int]) = ([], [])
        try handle.each(
            "SELECT account, \(column) FROM account_record WHERE \(column) IS NOT NULL"
                + " AND source <= (SELECT source FROM horizon)"
        ) { row in
            let place = Int(coding.append(row, 1)) - 1
            if place == accounts.count {
                accounts.append(0)
                flagged.append(0)
            }
            accounts[place] += 1
            if flags[UInt32(truncatingIfNeeded: row.integer(0))] { flagged[place] += 1 }
        }
        return Section(kind, coding.coded.texts, accounts: accounts, flagged: flagged)
    }

    /// Counts holders from holdings and exchanges; a pair that occurs in both counts once.
    private static func tally(_ values: inout HolderTally, _ handle: Handle) throws {
        let holdings = try HoldingReading.read(handle)
        var seen: Set<UInt64> = []
        let kinds = try MergedRollup.kinds(handle).filter { counted($0) }
        let shared = try sharedKinds(kinds, handle)
        let isShared = try sharedValues(shared, values.accounts.count, handle)
        for (account, value) in zip(holdings.account, holdings.value) {
            if isShared[Int(value)] { seen.insert(UInt64(account) << 32 | UInt64(value)) }
            values.add(Int(value), account)
        }
        for kind in kinds {
            try MergedRollup(kind).each(handle) { entries in
                for entry in entries {
                    let value = Int(entry.value)
                    guard isShared.indices.contains(value) else { continue }
                    let pair = UInt64(entry.account) << 32 | UInt64(value)
                    if isShared[value], !seen.insert(pair).inserted { continue }
                    values.add(value, entry.account)
                }
            }
        }
    }

    /// Models and surfaces are no artifacts: everybody shares them.
    private static func counted(_ kind: RollupKind) -> Bool {
        guard let valueKind = kind.valueKind else { return false }
        return kind != .model && kind != .surface && !valueKind.rawValue.isEmpty
    }

    /// Kinds of values that reach accounts by more than one way.
    private static func sharedKinds(_ kinds: [RollupKind], _ handle: Handle) throws -> Set<String> {
        var ways: [String: Int] = [:]
        for kind in kinds.compactMap(\.valueKind) { ways[kind.rawValue, default: 0] += 1 }
        for kind in ways.keys.sorted() {
            let isHeld = try handle.first(
                "SELECT 1 FROM value AS v WHERE v.kind = ? AND EXISTS (SELECT 1 FROM holding AS h"
                    + " WHERE h.value = v.number) LIMIT 1", [.text(kind)]
            ) { _ in true }
            if isHeld == true { ways[kind, default: 0] += 1 }
        }
        return Set(ways.filter { $0.value > 1 }.keys)
    }

    private static func sharedValues(_ kinds: Set<String>, _ count: Int, _ handle: Handle) throws -> [Bool] {
        var isShared = [Bool](repeating: false, count: count)
        for kind in kinds {
            try handle.each("SELECT number FROM value WHERE kind = ?", [.text(kind)]) { row in
                if isShared.indices.contains(row.int(0)) { isShared[row.int(0)] = true }
            }
        }
        return isShared
    }
}
