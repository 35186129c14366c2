import Casework

/// The /24 of every IPv4 address and the /64 of every IPv6 address, from the addresses used.
///
/// Signal: machines and proxy pools are rented in blocks. Innocent: neighbours at one provider.
enum Networks {
    /// O(incidences of addresses + addresses, sorted).
    static func derive(_ input: AnalysisInput, addresses: AddressTable) -> DerivedValues {
        let networks = addresses.values.map { value in
            addresses[value].map { address in
                let network = address.network.address
                return DerivedValues.Key(high: network.high, low: network.low)
            }
        }
        let keys = Set(networks.compactMap { $0 }).sorted()
        let number = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, Int32($0)) })
        /// By address: its network's place, -1 for what is no address.
        let place = networks.map { $0.flatMap { number[$0] } ?? -1 }
        let (first, end) = (UInt32(addresses.values.lowerBound), UInt32(addresses.values.upperBound))
        let holdings = input.holdings
        return DerivedValues(kind: .network, keys: keys, accounts: input.accounts.count) { account, body in
            for row in holdings.offsets[account]..<holdings.offsets[account + 1] {
                let value = holdings.value[row]
                guard value >= first, value < end, place[Int(value - first)] >= 0 else { continue }
                body(Int(place[Int(value - first)]), holdings.count[row])
            }
        }
    }

    static func text(_ key: DerivedValues.Key) -> String {
        IPAddress(high: key.high, low: key.low).network.description
    }
}
