import Casework

/// The values of a group's members with the time each was used, as flat columns: what links are weighed on.
///
/// Lockstep windows are left out: a link is weighed on what the case holds, as `explain` does.
struct MemberRows {
    /// Those of member `m` are `offsets[m] ..< offsets[m + 1]`, values ascending.
    private(set) var offsets: [Int] = [0]
    private(set) var value: [Int32] = []
    /// Seconds since 1970; nil where unknown or of no matter.
    private(set) var used: [ClosedRange<Int64>?] = []
    /// By kind: whether times of use matter.
    let needsOverlap: [Bool]

    /// O(holdings and incidences of members).
    init(_ members: [Int32], _ evidence: Evidence, _ input: AnalysisInput, _ addresses: AddressTable) {
        let (table, catalog) = (evidence.table, evidence.catalog)
        needsOverlap = catalog.kinds.map { LinkRule.of($0).needsOverlap }
        let lockstep = catalog.kinds.firstIndex(of: .lockstep).map { UInt16($0) }
        var spans: [Int32: ClosedRange<Int64>] = [:]
        for account in members {
            spans.removeAll(keepingCapacity: true)
            for place in input.holdings.offsets[Int(account)]..<input.holdings.offsets[Int(account) + 1] {
                let held = Int(input.holdings.value[place])
                guard needsOverlap[Int(catalog.kind[held])],
                    let span = Self.span(input.holdings.first[place], input.holdings.last[place])
                else { continue }
                Self.add(span, of: Int32(held), to: &spans)
                guard let network = addresses[held]?.network.address else { continue }
                let key = DerivedValues.Key(high: network.high, low: network.low)
                if let number = catalog.number(of: key, kind: .network) {
                    Self.add(span, of: Int32(number), to: &spans)
                }
            }
            for place in table.rows[Int(account)]..<table.rows[Int(account) + 1]
            where table.kind[Int(table.value[place])] != lockstep {
                value.append(table.value[place])
                used.append(spans[table.value[place]])
            }
            offsets.append(value.count)
        }
    }

    private static func span(_ first: UInt32, _ last: UInt32) -> ClosedRange<Int64>? {
        first > 0 && last >= first ? Int64(first)...Int64(last) : nil
    }

    private static func add(
        _ span: ClosedRange<Int64>, of value: Int32, to spans: inout [Int32: ClosedRange<Int64>]
    ) {
        guard let known = spans[value] else {
            spans[value] = span
            return
        }
        spans[value] =
            min(known.lowerBound, span.lowerBound)...max(known.upperBound, span.upperBound)
    }
}
