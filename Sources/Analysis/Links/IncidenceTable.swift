import Casework
import Foundation

/// Which account holds which value, both ways, for the values that can tie accounts together.
///
/// `values` of account `a` are `value[rows[a] ..< rows[a + 1]]`, ascending; `account[columns[v] ..< columns[v + 1]]`
/// are the kept holders of `v`, ascending. `holders[v]` counts all accounts that hold it, kept or not.
struct IncidenceTable: Sendable {
    private(set) var rows: [Int]
    private(set) var value: [Int32]
    private(set) var columns: [Int]
    private(set) var account: [Int32]
    let holders: [Int32]
    /// Accounts of the population that hold `v`: `holders`, weighted for controls.
    let popularity: [Int32]
    let coverage: Coverage
    /// Index of the kind `template`: seen in samples alone, so its shares are of the sampled accounts.
    let templateKind: UInt16?
    /// Family of every value, as `EvidenceFamily.allCases` counts them.
    let family: [UInt8]
    let kind: [UInt16]
    let kindCount: Int
    /// Values of each kind that an account holds, shared or not, up to the most that are kept: its volume. By account,
    /// then kind.
    let volume: [UInt8]
    /// Values held by two or more but left out: too widely held, or barred.
    let barred: [Int32]

    var accountCount: Int { rows.count - 1 }
    var valueCount: Int { holders.count }

    /// Accounts of the population that could have been seen to hold a value of the kind.
    func population(of kind: UInt16) -> Double {
        kind == templateKind ? coverage.sampledPopulation : coverage.population
    }

    /// Accounts of the population that hold a value, but for `inside` members of a group.
    func outside(_ value: Int, inside: Double) -> Double { max(0, Double(popularity[value]) - inside) }

    /// Values held by more are left out: they tie nobody and cost most. 5 % of the accounts, but in a small case
    /// up to half of them, since one operation can be a third of a small case.
    static func mostHolders(accounts: Int) -> Int {
        max(Int(0.05 * Double(accounts)), min(accounts / 2, 2000))
    }

    /// O(incidences log incidences of one account).
    ///
    /// - Parameter cut: what a rejected link rests on alone; it is left out as what is barred.
    init(
        _ catalog: ValueCatalog, coverage: Coverage, settings: AnalysisSettings, cut: CutValues = CutValues()
    ) {
        let open = Self.openKinds(catalog, settings)
        let caps = catalog.kinds.map { LinkRule.of($0).keptPerAccount }
        let counts = Counts(catalog, coverage, open: open, caps: caps)
        let most = Self.mostHolders(accounts: Int(coverage.population))
        let usable = Self.usable(catalog, open: open, settings) {
            counts.holders[$0] >= 2 && Int(counts.popularity[$0]) <= most
                && !(counts.holders[$0] == 2 && cut.contains($0))
        }
        let rarity = counts.popularity.indices.map { value in
            usable[value] ? log2(coverage.population / Double(counts.popularity[value])) : 0
        }
        (rows, value) = Self.kept(catalog, counts, caps: caps, usable: usable, rarity: rarity)
        (holders, popularity, volume) = (counts.holders, counts.popularity, counts.volume)
        self.coverage = coverage
        templateKind = catalog.kinds.firstIndex(of: .template).map { UInt16($0) }
        let families = catalog.kinds.map { Self.familyIndex($0.family) }
        family = catalog.kind.map { families[Int($0)] }
        kind = catalog.kind
        kindCount = catalog.kinds.count
        barred = (0..<catalog.count).filter { counts.holders[$0] > 1 && !usable[$0] }.map(Int32.init)
        (columns, account) = Self.transpose(rows: rows, value: value, valueCount: catalog.count)
    }

    /// What one pass over all incidences counts.
    private struct Counts {
        var holders: [Int32]
        /// `holders`, weighted for controls.
        var popularity: [Int32]
        /// Incidences of open kinds, by account.
        var sizes: [Int]
        /// By account, then kind.
        var volume: [UInt8]

        init(_ catalog: ValueCatalog, _ coverage: Coverage, open: [Bool], caps: [Int]) {
            let kinds = catalog.kinds.count
            var holders = [Int32](repeating: 0, count: catalog.count)
            var weighted = coverage.isWeighted ? holders : []
            var sizes = [Int](repeating: 0, count: coverage.accountCount)
            var volume = [UInt8](repeating: 0, count: coverage.accountCount * kinds)
            catalog.forEachIncidence { account, value, _ in
                let kind = Int(catalog.kind[value])
                holders[value] += 1
                if coverage.isWeighted {
                    weighted[value] = adding(coverage.weight(of: account), to: weighted[value])
                }
                let slot = account * kinds + kind
                if Int(volume[slot]) < caps[kind] { volume[slot] += 1 }
                if open[kind] { sizes[account] += 1 }
            }
            (self.holders, popularity) = (holders, coverage.isWeighted ? weighted : holders)
            (self.sizes, self.volume) = (sizes, volume)
        }
    }

    /// The most telling values of every account, ascending, as rows.
    private static func kept(
        _ catalog: ValueCatalog, _ counts: Counts, caps: [Int], usable: [Bool], rarity: [Double]
    ) -> (rows: [Int], value: [Int32]) {
        var offsets = [0]
        for size in counts.sizes { offsets.append(offsets[offsets.count - 1] + size) }
        var entries = [Entry](repeating: Entry(), count: offsets.last ?? 0)
        var next = offsets
        catalog.forEachIncidence { account, value, count in
            guard usable[value] else { return }
            entries[next[account]] = Entry(
                value: Int32(value), kind: catalog.kind[value], rank: Double(count) * rarity[value])
            next[account] += 1
        }
        var (rows, value): ([Int], [Int32]) = ([0], [])
        for account in counts.sizes.indices {
            keep(&entries[offsets[account]..<next[account]], caps: caps, into: &value)
            rows.append(value.count)
        }
        return (rows, value)
    }

    private struct Entry {
        var value: Int32 = 0
        var kind: UInt16 = 0
        var rank = 0.0
    }

    private static func openKinds(_ catalog: ValueCatalog, _ settings: AnalysisSettings) -> [Bool] {
        catalog.kinds.map {
            !LinkRule.isBarred($0) && !settings.withoutKinds.contains($0)
                && !settings.withoutFamilies.contains($0.family)
        }
    }

    private static func usable(
        _ catalog: ValueCatalog, open: [Bool], _ settings: AnalysisSettings, tellsEnough: (Int) -> Bool
    ) -> [Bool] {
        var usable = (0..<catalog.count).map { open[Int(catalog.kind[$0])] && tellsEnough($0) }
        guard !settings.barred.isEmpty else { return usable }
        let kinds = Set(settings.barred.map(\.kind))
        for value in 0..<catalog.count
        where usable[value] && kinds.contains(catalog.kinds[Int(catalog.kind[value])]) {
            if settings.barred.contains(catalog.artifact(value)) { usable[value] = false }
        }
        return usable
    }

    static func familyIndex(_ family: EvidenceFamily) -> UInt8 {
        UInt8(EvidenceFamily.allCases.firstIndex(of: family) ?? 0)
    }

    /// Keeps the most telling values of every kind, then orders them.
    private static func keep(_ entries: inout ArraySlice<Entry>, caps: [Int], into value: inout [Int32]) {
        let start = value.count
        if isWithin(entries, caps) {
            for entry in entries { value.append(entry.value) }
        } else {
            entries.sort { ($0.kind, -$0.rank, $0.value) < ($1.kind, -$1.rank, $1.value) }
            var taken = 0
            var kind: UInt16?
            for entry in entries {
                if entry.kind != kind { (kind, taken) = (entry.kind, 0) }
                taken += 1
                if taken <= caps[Int(entry.kind)] { value.append(entry.value) }
            }
        }
        value[start...].sort()
        dropRepeats(&value, from: start)
    }

    /// Whether no kind has more values than are kept: then there is nothing to choose.
    private static func isWithin(_ entries: ArraySlice<Entry>, _ caps: [Int]) -> Bool {
        guard entries.count > caps.min() ?? 0 else { return true }
        var counts = [Int](repeating: 0, count: caps.count)
        for entry in entries {
            counts[Int(entry.kind)] += 1
            if counts[Int(entry.kind)] > caps[Int(entry.kind)] { return false }
        }
        return true
    }

    private static func dropRepeats(_ value: inout [Int32], from start: Int) {
        var kept = start
        for place in start..<value.count where kept == start || value[kept - 1] != value[place] {
            value[kept] = value[place]
            kept += 1
        }
        value.removeLast(value.count - kept)
    }

    static func transpose(rows: [Int], value: [Int32], valueCount: Int) -> (columns: [Int], account: [Int32])
    {
        var columns = [Int](repeating: 0, count: valueCount + 1)
        for entry in value { columns[Int(entry) + 1] += 1 }
        for index in 0..<valueCount { columns[index + 1] += columns[index] }
        var next = columns
        var account = [Int32](repeating: 0, count: value.count)
        for row in 0..<rows.count - 1 {
            for place in rows[row]..<rows[row + 1] {
                account[next[Int(value[place])]] = Int32(row)
                next[Int(value[place])] += 1
            }
        }
        return (columns, account)
    }

    /// The same accounts and values with as many incidences each, dealt at random inside every kind: what chance
    /// alone would tie together. O(incidences).
    func shuffled(using generator: inout SeededGenerator) -> IncidenceTable {
        var places = [[Int]](repeating: [], count: kindCount)
        for place in value.indices { places[Int(kind[Int(value[place])])].append(place) }
        var dealt = self
        for list in places {
            for index in list.indices.dropFirst() {
                let other = generator.below(index + 1)
                dealt.value.swapAt(list[index], list[other])
            }
        }
        var (value, rows): ([Int32], [Int]) = ([], [0])
        for account in 0..<accountCount {
            var previous: Int32 = -1
            for entry in dealt.value[dealt.rows[account]..<dealt.rows[account + 1]].sorted()
            where entry != previous {
                value.append(entry)
                previous = entry
            }
            rows.append(value.count)
        }
        (dealt.rows, dealt.value) = (rows, value)
        (dealt.columns, dealt.account) = Self.transpose(rows: rows, value: value, valueCount: valueCount)
        return dealt
    }
}
