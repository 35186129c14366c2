public import Casework

/// A value that some accounts hold, with everybody who holds it.
public struct HeldValue: Sendable {
    public var artifact: Artifact
    /// Account numbers, ascending.
    public var holders: [UInt32]
}

/// What a search from account to account needs: the values of some accounts, and who else holds them.
extension CaseReader {
    /// Values held by any of `accounts` and by at most `mostHolders` in all, with their holders; by kind and value.
    ///
    /// Payments, attributes and metadata are looked up; what only exchanges name takes one pass over the blocks of
    /// each rollup. Models and surfaces, columns that are only kept, and values of one account are left out.
    public func valuesHeld(by accounts: [UInt32], mostHolders: Int) throws -> [HeldValue] {
        try connection.read { handle in
            try NeighbourSearch(handle, Set(accounts)).run().filter {
                (2...max(2, mostHolders)).contains($0.holders.count)
            }.sorted { $0.artifact < $1.artifact }
        }
    }

    /// The number of an account; nil where the case has none of that id.
    public func accountNumber(of id: AccountID) throws -> UInt32? {
        try connection.read { handle in
            try handle.first(
                "SELECT number FROM account_identity WHERE account_id = ?"
                    + " AND number <= (SELECT accounts FROM horizon)", [.text(id.string)]
            ) { UInt32(clamping: $0.integer(0)) }
        }
    }

    /// The ids of account numbers; numbers that the case does not have are left out.
    public func accountIDsByNumber(_ numbers: [UInt32]) throws -> [UInt32: AccountID] {
        try connection.read { handle in
            let statement = try handle.prepare("SELECT account_id FROM account_identity WHERE number = ?")
            var ids: [UInt32: AccountID] = [:]
            for number in Set(numbers).sorted() {
                try statement.bind(1, .integer(Int64(number)))
                if try statement.step() { ids[number] = AccountID(statement.text(0)) }
                statement.reset()
            }
            return ids
        }
    }

    /// The group an account belongs to most; nil for none.
    public func groupID(of number: UInt32) throws -> String? {
        try connection.read { handle in
            try handle.first(
                "SELECT group_id FROM account_standing WHERE account = ?", [.integer(Int64(number))]
            ) { $0.text(0) }
        }
    }
}

private struct NeighbourSearch {
    private let handle: Handle
    private let accounts: Set<UInt32>

    init(_ handle: Handle, _ accounts: Set<UInt32>) {
        self.handle = handle
        self.accounts = accounts
    }

    func run() throws -> [HeldValue] {
        var holders: [Artifact: Set<UInt32>] = [:]
        try addColumns(to: &holders)
        var values: [UInt32: Set<UInt32>] = [:]
        for value in try ownValues() { values[value] = try holding(value) }
        let kinds = try MergedRollup.kinds(handle).filter { NeighbourSearch.ties($0) }
        for kind in kinds where kind != .address { try addHolders(kind, to: &values) }
        for (value, accounts) in values {
            guard let artifact = try artifact(value) else { continue }
            holders[artifact, default: []].formUnion(accounts)
        }
        if kinds.contains(.address) { try addAddresses(to: &holders) }
        return holders.map { HeldValue(artifact: $0.key, holders: $0.value.sorted()) }
    }

    /// Everybody shares models and surfaces; what is only kept tells nothing.
    private static func ties(_ kind: RollupKind) -> Bool {
        switch kind {
        case .account, .hour, .model, .surface: false
        default: !kind.rawValue.hasPrefix("x:")
        }
    }

    private func ownValues() throws -> Set<UInt32> {
        let statement = try handle.prepare(
            "SELECT value FROM holding WHERE account = ? AND source <= (SELECT source FROM horizon)")
        var values: Set<UInt32> = []
        for account in accounts {
            try statement.bind(1, .integer(Int64(account)))
            while try statement.step() { values.insert(UInt32(clamping: statement.integer(0))) }
            statement.reset()
        }
        return values
    }

    private func holding(_ value: UInt32) throws -> Set<UInt32> {
        Set(
            try handle.rows(
                "SELECT account FROM holding WHERE value = ? AND source <= (SELECT source FROM horizon)",
                [.integer(Int64(value))]
            ) { UInt32(clamping: $0.integer(0)) })
    }

    private func artifact(_ value: UInt32) throws -> Artifact? {
        try handle.first("SELECT kind, value FROM value WHERE number = ?", [.integer(Int64(value))]) {
            Artifact(kind: ArtifactKind($0.text(0)), value: ExactText($0.text(1)))
        }
    }

    /// The values of a rollup that the accounts have, and all their holders; of values already there, too.
    private func addHolders(_ kind: RollupKind, to values: inout [UInt32: Set<UInt32>]) throws {
        var wanted = Set(values.keys)
        for (_, value) in try own(kind) { wanted.insert(value) }
        guard !wanted.isEmpty else { return }
        try RollupScan.each(handle, kind) { columns in
            for entry in 0..<columns.count {
                let value = UInt32(truncatingIfNeeded: columns.value.start[entry])
                if wanted.contains(value) { values[value, default: []].insert(columns.account.start[entry]) }
            }
        }
    }

    private func addAddresses(to holders: inout [Artifact: Set<UInt32>]) throws {
        let numbers = Set(try own(.address).map(\.value))
        guard !numbers.isEmpty else { return }
        var found: [UInt32: Set<UInt32>] = [:]
        try RollupScan.each(handle, .address) { columns in
            for entry in 0..<columns.count {
                let value = UInt32(truncatingIfNeeded: columns.value.start[entry])
                if numbers.contains(value) { found[value, default: []].insert(columns.account.start[entry]) }
            }
        }
        for (number, accounts) in found {
            let text = try handle.first(
                "SELECT address FROM address WHERE number = ?", [.integer(Int64(number))]
            ) {
                IPAddress(stored: $0.bytes(0)).description
            }
            guard let text else { continue }
            holders[Artifact(kind: .address, value: ExactText(text)), default: []].formUnion(accounts)
        }
    }

    /// Pairs of the accounts and their values in a rollup, from the blocks that hold the accounts.
    private func own(_ kind: RollupKind) throws -> [(account: UInt32, value: UInt32)] {
        var pairs: [(account: UInt32, value: UInt32)] = []
        let columns = RollupColumns()
        let blocks = try handle.rows(
            "SELECT rowid, first_account, last_account FROM rollup_block WHERE kind = ?"
                + " AND source <= (SELECT source FROM horizon)", [.text(kind.rawValue)]
        ) {
            (
                rowid: $0.integer(0), first: UInt32(clamping: $0.integer(1)),
                last: UInt32(clamping: $0.integer(2))
            )
        }
        let sorted = accounts.sorted()
        for block in blocks where NeighbourSearch.meets(sorted, block.first, block.last) {
            try handle.each("SELECT body FROM rollup_block WHERE rowid = ?", [.integer(block.rowid)]) { row in
                try columns.decode(row.bytes(0), kind: kind)
                for entry in 0..<columns.count where accounts.contains(columns.account.start[entry]) {
                    pairs.append(
                        (columns.account.start[entry], UInt32(truncatingIfNeeded: columns.value.start[entry]))
                    )
                }
            }
        }
        return pairs
    }

    /// True where one of the sorted accounts lies in the range.
    private static func meets(_ accounts: [UInt32], _ first: UInt32, _ last: UInt32) -> Bool {
        var low = 0
        var high = accounts.count
        while low < high {
            let middle = (low + high) / 2
            if accounts[middle] < first { low = middle + 1 } else { high = middle }
        }
        return low < accounts.count && accounts[low] <= last
    }

    private func addColumns(to holders: inout [Artifact: Set<UInt32>]) throws {
        let columns: [(String, ArtifactKind)] = [
            ("email_domain", .emailDomain), ("email_hash", .emailHash), ("org_name", .organisation),
        ]
        let list = "(SELECT value FROM json_each(?))"
        let own = "[" + accounts.sorted().map(String.init).joined(separator: ",") + "]"
        for (column, kind) in columns {
            // One pass over the accounts: these columns have no index.
            try handle.each(
                "SELECT \(column), account FROM account_record WHERE source <= (SELECT source FROM horizon)"
                    + " AND \(column) IN (SELECT \(column) FROM account_record WHERE account IN \(list)"
                    + " AND \(column) IS NOT NULL)", [.text(own)]
            ) { row in
                let artifact = Artifact(kind: kind, value: ExactText(row.text(0)))
                holders[artifact, default: []].insert(UInt32(clamping: row.integer(1)))
            }
        }
    }
}
