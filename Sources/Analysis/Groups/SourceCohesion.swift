/// How far each source of evidence mixes inside one set of accounts.
///
/// The share of a source is Σ (c / n)² over the connected components of the graph of members and the source's values: the
/// chance that two of the n members who hold any are connected through that source alone. 1 where one pool of cards
/// is dealt over all accounts, 1 / k where each of k batches has a pool of its own.
struct SourceCohesion {
    /// By source; 0 where nobody holds any value of it.
    private(set) var shares: [Double]

    /// Values more common outside than a quarter of their share inside connect nobody.
    ///
    /// O(incidences of the members · log values).
    init(
        _ members: [Int32], _ profile: GroupProfile, _ table: IncidenceTable,
        source: (UInt16) -> EvidenceSource
    ) {
        let sources = EvidenceSource.allCases
        shares = [Double](repeating: 0, count: sources.count)
        let isTie = Self.ties(profile, table)
        var sets = sources.map { DisjointSets(count: $0.isDealt ? members.count : 0) }
        var holds = sources.map { [Bool](repeating: false, count: $0.isDealt ? members.count : 0) }
        // By value: the first member that holds it. A value is of one source.
        var first = [Int32](repeating: -1, count: profile.value.count)
        for (place, account) in members.enumerated() {
            // An account's values ascend.
            var slot = 0
            for row in table.rows[Int(account)]..<table.rows[Int(account) + 1] {
                let value = table.value[row]
                let own = source(table.kind[Int(value)])
                guard own.isDealt else { continue }
                holds[own.rawValue][place] = true
                slot = profile.slot(of: value, from: slot)
                guard slot < isTie.count, isTie[slot] else { continue }
                if first[slot] < 0 {
                    first[slot] = Int32(place)
                } else {
                    sets[own.rawValue].join(first[slot], Int32(place))
                }
            }
        }
        for own in sources where own.isDealt {
            shares[own.rawValue] = Self.share(&sets[own.rawValue], holds[own.rawValue])
        }
    }

    private static func ties(_ profile: GroupProfile, _ table: IncidenceTable) -> [Bool] {
        profile.value.indices.map { slot in
            let value = profile.value[slot]
            let (inside, size) = (Double(profile.inside[slot]), profile.size(seeing: value, table))
            guard inside > 1, size > 0 else { return false }
            let others = table.population(of: table.kind[Int(value)]) - size
            let usual = (table.outside(Int(value), inside: inside) + 0.5) / (others + 1)
            return inside / size >= MixingTest.leastLift * usual
        }
    }

    private static func share(_ sets: inout DisjointSets, _ holds: [Bool]) -> Double {
        var sizes = [Double](repeating: 0, count: holds.count)
        var count = 0.0
        for place in holds.indices where holds[place] {
            sizes[Int(sets.find(Int32(place)))] += 1
            count += 1
        }
        return count > 0 ? sizes.reduce(0) { $0 + $1 * $1 } / (count * count) : 0
    }
}
