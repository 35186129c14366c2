import Analysis
import CaseStore
import Casework

/// All values of a case in the order of kind and bytes, each once, and where to find those that the store
/// numbers otherwise.
struct ValueOrdering {
    /// Place by value number, by address number, and by code of each account column; `none` for what is no artifact.
    private(set) var ofValue: [UInt32] = []
    private(set) var ofAddress: [UInt32] = []
    private(set) var ofEmailDomain: [UInt32] = []
    private(set) var ofEmailHash: [UInt32] = []
    private(set) var ofOrganisation: [UInt32] = []
    /// By place among the templates, from 1.
    private(set) var ofTemplate: [UInt32] = []
    /// Value numbers of models with their names.
    private(set) var models: [(number: Int, name: ExactText)] = []
    private var columns = ValueColumns()

    static let none = UInt32.max
    /// Everybody shares them: they tell nothing about who is behind an account.
    private static let noArtifacts: Set<String> = ["model", "surface"]

    /// One text that has to find its place.
    private struct Entry {
        var kind: UInt16
        var arena: UInt8
        var range: Range<Int>
        var part: UInt8
        var code: Int
        /// Eight bytes from the first in which values of the kind differ, as a number: decides most comparisons.
        var head: UInt64 = 0
    }

    private enum Part: UInt8 { case value, address, emailDomain, emailHash, organisation, template }

    /// - Parameter templates: ids of the frames found.
    init(_ values: ValueTable, addresses: [IPAddress], accounts: AccountTable, templates: [String]) {
        let written = TextDictionary(addresses.lazy.map(\.description))
        let frames = TextDictionary(templates)
        let arenas = [
            values.texts.bytes, written.bytes, accounts.emailDomain.texts.bytes,
            accounts.emailHash.texts.bytes,
            accounts.organisation.texts.bytes, frames.bytes,
        ]
        var kinds = KindNumbers()
        var entries: [Entry] = []
        entries.reserveCapacity(values.count + addresses.count)
        let numbers = values.kinds.map { ValueOrdering.isArtifact($0) ? kinds.number($0) : nil }
        for place in 0..<values.count {
            if values.kinds[Int(values.kind[place])].rawValue == "model" {
                models.append((place + 1, ExactText(values.texts.string(place))))
            }
            guard let kind = numbers[Int(values.kind[place])] else { continue }
            entries.append(
                Entry(kind: kind, arena: 0, range: values.texts.range(of: place), part: 0, code: place + 1))
        }
        func add(_ part: Part, _ kind: ArtifactKind, _ texts: TextDictionary) {
            guard texts.count > 0 else { return }
            let kind = kinds.number(kind)
            for place in 0..<texts.count {
                entries.append(
                    Entry(
                        kind: kind, arena: part.rawValue, range: texts.range(of: place), part: part.rawValue,
                        code: place + 1))
            }
        }
        add(.address, .address, written)
        add(.emailDomain, .emailDomain, accounts.emailDomain.texts)
        add(.emailHash, .emailHash, accounts.emailHash.texts)
        add(.organisation, .organisation, accounts.organisation.texts)
        add(.template, .template, frames)
        sort(&entries, kinds, arenas)
        place(entries, kinds, arenas, sizes: [values.count] + arenasCounts(written, accounts, frames))
        fillPaymentKinds(values)
    }

    /// The ordered columns; they leave this value, which keeps only the places.
    mutating func takeColumns() -> ValueColumns {
        defer { columns = ValueColumns() }
        return columns
    }

    private static func isArtifact(_ kind: ArtifactKind) -> Bool {
        !noArtifacts.contains(kind.rawValue) && !kind.rawValue.hasPrefix("x:")
    }

    private func arenasCounts(
        _ addresses: TextDictionary, _ accounts: AccountTable, _ frames: TextDictionary
    ) -> [Int] {
        [
            addresses.count, accounts.emailDomain.texts.count, accounts.emailHash.texts.count,
            accounts.organisation.texts.count, frames.count,
        ]
    }

    private func sort(_ entries: inout [Entry], _ kinds: KindNumbers, _ arenas: [[UInt8]]) {
        let ranks = kinds.ranks
        fillHeads(&entries, kindCount: ranks.count, arenas)
        // Short keys are sorted, not the entries: most of the time goes into moving them.
        var keys = entries.indices.map { place in
            SortKey(
                head: entries[place].head, place: Int32(place), rank: UInt16(ranks[Int(entries[place].kind)]))
        }
        let all = entries
        keys.sort { one, two in
            if one.rank != two.rank { return one.rank < two.rank }
            if one.head != two.head { return one.head < two.head }
            let (left, right) = (all[Int(one.place)], all[Int(two.place)])
            let order = ValueOrdering.compare(
                arenas[Int(left.arena)], left.range, arenas[Int(right.arena)], right.range)
            return order == 0 ? (left.part, left.code) < (right.part, right.code) : order < 0
        }
        entries = keys.map { all[Int($0.place)] }
    }

    private struct SortKey {
        var head: UInt64
        var place: Int32
        var rank: UInt16
    }

    /// O(bytes).
    private func fillHeads(_ entries: inout [Entry], kindCount: Int, _ arenas: [[UInt8]]) {
        var first = [Entry?](repeating: nil, count: kindCount)
        var shared = [Int](repeating: 0, count: kindCount)
        for entry in entries {
            let kind = Int(entry.kind)
            guard let other = first[kind] else {
                first[kind] = entry
                shared[kind] = entry.range.count
                continue
            }
            let most = min(shared[kind], entry.range.count)
            shared[kind] =
                (0..<most).first {
                    arenas[Int(entry.arena)][entry.range.lowerBound + $0]
                        != arenas[Int(other.arena)][other.range.lowerBound + $0]
                } ?? most
        }
        for place in entries.indices {
            let entry = entries[place]
            var head: UInt64 = 0
            for at in entry.range.lowerBound + shared[Int(entry.kind)]..<entry.range.lowerBound
                + shared[
                    Int(entry.kind)] + 8
            {
                head = head << 8 | (at < entry.range.upperBound ? UInt64(arenas[Int(entry.arena)][at]) : 0)
            }
            entries[place].head = head
        }
    }

    private mutating func place(_ entries: [Entry], _ kinds: KindNumbers, _ arenas: [[UInt8]], sizes: [Int]) {
        var places = sizes.map { [UInt32](repeating: ValueOrdering.none, count: $0 + 1) }
        columns.kinds = kinds.sorted
        let ranks = kinds.ranks
        var previous: Entry?
        for entry in entries {
            let isSame = previous.map {
                $0.kind == entry.kind && $0.head == entry.head
                    && ValueOrdering.compare(
                        arenas[Int($0.arena)], $0.range, arenas[Int(entry.arena)], entry.range) == 0
            }
            if isSame != true {
                columns.kind.append(UInt16(ranks[Int(entry.kind)]))
                columns.bytes.append(contentsOf: arenas[Int(entry.arena)][entry.range])
                columns.ends.append(columns.bytes.count)
            }
            places[Int(entry.part)][entry.code] = UInt32(columns.kind.count - 1)
            previous = entry
        }
        ofValue = places[0]
        ofAddress = places[1]
        ofEmailDomain = places[2]
        ofEmailHash = places[3]
        ofOrganisation = places[4]
        ofTemplate = places[5]
    }

    private mutating func fillPaymentKinds(_ values: ValueTable) {
        columns.paymentKind = Array(repeating: nil, count: columns.kind.count)
        for (place, kind) in values.paymentKind.enumerated() where kind != nil {
            let index = ofValue[place + 1]
            if index != ValueOrdering.none { columns.paymentKind[Int(index)] = kind }
        }
    }

    /// Negative, zero or positive as `memcmp`, then by length.
    private static func compare(
        _ left: [UInt8], _ leftRange: Range<Int>, _ right: [UInt8], _ rightRange: Range<Int>
    ) -> Int {
        let common = min(leftRange.count, rightRange.count)
        for step in 0..<common {
            let (a, b) = (left[leftRange.lowerBound + step], right[rightRange.lowerBound + step])
            if a != b { return Int(a) - Int(b) }
        }
        return leftRange.count - rightRange.count
    }
}

extension TextDictionary {
    fileprivate init(_ texts: some Sequence<String>) {
        self.init()
        for text in texts {
            bytes.append(contentsOf: text.utf8)
            ends.append(bytes.count)
        }
    }
}

/// Kinds by number of first use, and their ranks by bytes.
struct KindNumbers {
    private var numbers: [ArtifactKind: UInt16] = [:]
    private var kinds: [ArtifactKind] = []

    mutating func number(_ kind: ArtifactKind) -> UInt16 {
        if let number = numbers[kind] { return number }
        let number = UInt16(kinds.count)
        numbers[kind] = number
        kinds.append(kind)
        return number
    }

    var sorted: [ArtifactKind] { kinds.sorted() }

    /// By number: the place in `sorted`.
    var ranks: [Int] {
        var ranks = [Int](repeating: 0, count: kinds.count)
        for (rank, kind) in sorted.enumerated() { ranks[Int(numbers[kind] ?? 0)] = rank }
        return ranks
    }
}
