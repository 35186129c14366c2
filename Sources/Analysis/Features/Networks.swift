import Casework

/// The /24 of every IPv4 address and the /64 of every IPv6 address, from the addresses used.
///
/// Signal: machines and proxy pools are rented in blocks. Innocent: neighbours at one provider.
enum Networks {
    /// O(incidences of addresses).
    static func derive(_ input: AnalysisInput, addresses: AddressTable) -> DerivedValues {
        var derived = DerivedValues(kind: .network)
        for account in 0..<input.accounts.count {
            for place in input.holdings.offsets[account]..<input.holdings.offsets[account + 1] {
                guard let address = addresses[Int(input.holdings.value[place])] else { continue }
                let network = address.network.address
                derived.append(
                    account: account, high: network.high, key: network.low, count: input.holdings.count[place]
                )
            }
        }
        derived.number()
        return derived
    }

    static func text(_ key: DerivedValues.Key) -> String {
        IPAddress(high: key.high, low: key.low).network.description
    }
}
