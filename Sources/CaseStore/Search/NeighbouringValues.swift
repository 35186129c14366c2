public import Casework

/// A value that some accounts hold, with everybody who holds it.
public struct HeldValue: Sendable {
    public var artifact: Artifact
    /// Account numbers, ascending.
    public var holders: [UInt32]
    /// When each of them used it, seconds since 1970; nil where unknown. Beside `holders`.
    public var used: [ClosedRange<Int64>?]
}

/// What a search from account to account needs: the values of some accounts, and who else holds them.
extension CaseReader {
    /// Values held by any of `accounts` and by at most `mostHolders` in all, with their holders; by kind and value.
    ///
    /// Payments, attributes, metadata and prompt frames are looked up; what only exchanges name takes one pass over
    /// the blocks of each rollup, never over exchanges. Models and surfaces, columns that are only kept, and values of
    /// one account are left out.
    ///
    /// - Parameter only: the values asked for; nil for all that the accounts hold. Of these values the kinds that none
    ///   of them has are not read at all.
    public func valuesHeld(
        by accounts: [UInt32], mostHolders: Int, only wanted: [Artifact]? = nil
    ) throws -> [HeldValue] {
        try connection.read { handle in
            var search = try NeighbourSearch(
                handle, Set(accounts), only: wanted.map(Set.init), mostHolders: mostHolders)
            return try search.run().filter { (2...max(2, mostHolders)).contains($0.holders.count) }
                .sorted { $0.artifact < $1.artifact }
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
