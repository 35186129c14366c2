import Casework

/// What kinds of network the exchanges came from, as shares of those from addresses of known usage.
struct NetworkFigures: Sendable, Equatable {
    /// Exchanges from addresses whose usage is known.
    var known = 0
    var hidden = 0.0
    var corporate = 0.0
    var education = 0.0
    var access = 0.0
    /// Share of members that use an address another member uses.
    var addressReuse = 0.0
    /// Share of the exchanges from addresses of known user count whose address is a crowd's.
    var crowded = 0.0

    /// Usages that hide who is behind: machines and exits for rent.
    static let hiding: Set<NetworkUsage> = [.hosting, .residentialProxy, .vpn]
    /// Usages that put strangers behind one address.
    static let accessing: Set<NetworkUsage> = [.cgnat, .mobile, .isp]

    init() {}

    /// O(holdings of members).
    ///
    /// - Parameter coverage: where given, every account counts for as many as it stands for.
    init(
        _ members: some Sequence<Int32>, _ input: AnalysisInput, _ addresses: AddressTable,
        weighedBy coverage: Coverage? = nil
    ) {
        var counts: [NetworkUsage: Int] = [:]
        var (counted, crowd) = (0, 0)
        for account in members {
            let weight = Int(coverage?.weight(of: Int(account)) ?? 1)
            for place in input.holdings.offsets[Int(account)]..<input.holdings.offsets[Int(account) + 1] {
                guard let range = addresses.range(of: Int(input.holdings.value[place])) else { continue }
                let exchanges = Int(input.holdings.count[place]) * weight
                if let users = input.ranges[range].userCount {
                    counted += exchanges
                    if users >= NetworkUsers.crowd { crowd += exchanges }
                }
                if let usage = input.ranges[range].usage, usage != .unknown {
                    counts[usage, default: 0] += exchanges
                }
            }
        }
        crowded = counted > 0 ? Double(crowd) / Double(counted) : 0
        known = counts.values.reduce(0, +)
        guard known > 0 else { return }
        func share(_ usages: Set<NetworkUsage>) -> Double {
            Double(usages.reduce(0) { $0 + (counts[$1] ?? 0) }) / Double(known)
        }
        hidden = share(Self.hiding)
        corporate = share([.corporate])
        education = share([.education])
        access = share(Self.accessing)
    }
}
