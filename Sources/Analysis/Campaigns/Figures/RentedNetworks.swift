import Casework

/// Rented machines that nobody but the group uses.
///
/// Signal: members exchange from networks (/24, /64) of hosting providers, proxies or VPN whose users are nearly all
/// members. Why it suggests common control: strangers who rent machines rent them in different places. Innocent: the
/// servers of one product that its customers' keys are used from, so this is one sign among several and never one of
/// its own. Networks of offices, campuses and access providers do not count, nor do those of unknown usage.
enum RentedNetworks {
    /// Members among a network's users.
    static let leastShare = 0.8
    /// Members that have to use it: five, and one in twenty.
    static let leastMembers = 5

    /// Share of the members who use such a network, 0…1. O(values of the group + incidences of members).
    static func share(
        _ members: [Int32], _ profile: GroupProfile, _ evidence: Evidence, _ input: AnalysisInput,
        _ addresses: AddressTable
    ) -> Double {
        let table = evidence.table
        let least = max(leastMembers, members.count / 20)
        let own = profile.value.indices.filter { place in
            let value = Int(profile.value[place])
            let inside = Double(profile.inside[place])
            return Int(profile.inside[place]) >= least
                && evidence.catalog.kinds[Int(table.kind[value])] == .network
                && inside >= leastShare * (inside + table.outside(value, inside: inside))
                && isRented(evidence.catalog.artifact(value), input, addresses)
        }
        .map { profile.value[$0] }
        guard !own.isEmpty else { return 0 }
        let users = members.count { account in
            table.value[table.rows[Int(account)]..<table.rows[Int(account) + 1]].contains { own.contains($0) }
        }
        return Double(users) / Double(members.count)
    }

    /// True for addresses and networks of rented machines, proxies and VPN.
    static func isRented(_ artifact: Artifact, _ input: AnalysisInput, _ addresses: AddressTable) -> Bool {
        guard
            let range = AddressRange(artifact.value.string).flatMap({ addresses.range(holding: $0.address) })
        else { return false }
        return input.ranges[range].usage.map(NetworkFigures.hiding.contains) ?? false
    }
}
