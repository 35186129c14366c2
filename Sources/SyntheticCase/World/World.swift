/// Everything that happened in the invented world, as its parties enter one after the other.
struct World {
    let seed: UInt64
    private(set) var accounts: [Account] = []
    private(set) var exchanges: [Exchange] = []
    /// Published by a partner: a fingerprint that a profile names.
    var knownFingerprints: [String: String] = [:]
    private var taken: Set<String> = []

    init(seed: UInt64) {
        self.seed = seed
    }

    func random(_ stream: String) -> SeededRandom {
        SeededRandom(seed: seed, stream: stream)
    }

    func key(_ name: String) -> String {
        Names.promptKey(name, seed: seed)
    }

    mutating func freshID(_ random: inout SeededRandom) -> String {
        var id = "u-" + random.hex(8)
        while !taken.insert(id).inserted { id = "u-" + random.hex(8) }
        return id
    }

    /// Adds the account and returns its number.
    mutating func add(_ account: Account) -> Int {
        accounts.append(account)
        return accounts.count - 1
    }

    /// The provider ends an account that is already in the world.
    mutating func end(_ account: Int, as status: AccountStatus, at moment: Instant) {
        accounts[account].end(as: status, at: moment)
    }

    mutating func change(_ account: Int, _ body: (inout Account) -> Void) {
        body(&accounts[account])
    }

    /// The numbers of the accounts in the order of their ids' bytes.
    var accountsByID: [Int] {
        accounts.indices.sorted { accounts[$0].id.utf8.lexicographicallyPrecedes(accounts[$1].id.utf8) }
    }

    mutating func record(_ exchange: Exchange) {
        exchanges.append(exchange)
    }

    /// Puts the log in the order of an export: by time, then by account id.
    mutating func settle() {
        let ids = accounts.map(\.id)
        exchanges.sort { left, right in
            if left.at != right.at { return left.at < right.at }
            return ids[left.account].utf8.lexicographicallyPrecedes(ids[right.account].utf8)
        }
    }
}

/// A group of people or one operator: enters the world with its accounts and what they do.
protocol Party: Sendable {
    /// Adds the party's accounts and exchanges; draws only from streams of its own.
    func enter(_ world: inout World)
}
