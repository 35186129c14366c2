import Casework

/// How many users an address database counts behind the addresses and networks of the case.
///
/// Signal: an address with many users ties strangers together. Source: `ip_ranges` of MaxMind databases, column
/// `user_count`; it is an estimate of the provider of the database, so it only ever lowers what an address weighs.
struct NetworkUsers: Sendable {
    /// Users from which an address is a crowd's.
    static let crowd = 25

    private let users: [Int: Int]

    /// Nothing known.
    init() { users = [:] }

    /// O(values of the two kinds · prefix lengths in use).
    init(_ catalog: ValueCatalog, _ input: AnalysisInput, _ addresses: AddressTable) {
        var users: [Int: Int] = [:]
        guard input.ranges.contains(where: { $0.userCount != nil }) else {
            self.users = users
            return
        }
        for value in addresses.values {
            guard let range = addresses.range(of: value) else { continue }
            users[value] = input.ranges[range].userCount
        }
        catalog.forEachDerived(.network) { value, key in
            let address = IPAddress(high: key.high, low: key.low)
            guard let range = addresses.range(holding: address) else { return }
            users[value] = input.ranges[range].userCount
        }
        self.users = users
    }

    /// Users behind an address or network; nil where nobody says.
    func count(_ value: Int) -> Int? { users[value] }
}
