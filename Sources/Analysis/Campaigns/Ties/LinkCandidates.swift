/// Pairs of members that may be among the strongest links, without trying all pairs.
///
/// Hubs of a member are taken strongest first: of one with at most 16 holders all others, of a larger one the
/// neighbours in the order of holders, until the member has 24 candidates. A pair found from either side counts once.
enum LinkCandidates {
    static let smallHub = 16
    static let mostOfMember = 24

    /// Places of both members, the lower in the high half; ascending. O(incidences of members, sorted).
    static func pairs(_ hubs: [GroupHubs.Hub], members: Int, bits: [Double]) -> [UInt64] {
        let strongest = hubs.indices.sorted {
            (bits[Int(hubs[$1].value)], hubs[$0].value) < (bits[Int(hubs[$0].value)], hubs[$1].value)
        }
        var degree = [Int](repeating: 0, count: members)
        var pairs: [UInt64] = []
        for hub in strongest where bits[Int(hubs[hub].value)] > 0 {
            let holders = hubs[hub].holders
            for (place, holder) in holders.enumerated() where degree[Int(holder)] < mostOfMember {
                for other in partners(place, holders) where degree[Int(holder)] < mostOfMember {
                    degree[Int(holder)] += 1
                    pairs.append(UInt64(min(holder, other)) << 32 | UInt64(max(holder, other)))
                }
            }
        }
        pairs.sort()
        var unique: [UInt64] = []
        for pair in pairs where unique.last != pair { unique.append(pair) }
        return unique
    }

    private static func partners(_ place: Int, _ holders: [Int32]) -> [Int32] {
        if holders.count <= smallHub { return holders.filter { $0 != holders[place] } }
        return [
            holders[(place + 1) % holders.count], holders[(place + holders.count - 1) % holders.count],
        ]
    }
}
