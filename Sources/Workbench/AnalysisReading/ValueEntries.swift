import Analysis
import CaseStore
import Casework

/// Texts from several dictionaries that have to find their places among each other, by kind and bytes.
struct ValueEntries: Sendable {
    /// Where a text comes from.
    enum Part: Int, CaseIterable, Sendable {
        case value, address, emailDomain, emailHash, organisation, template
    }

    /// One text: its place in the dictionary of its part, from 1.
    private struct Entry: BitwiseCopyable {
        /// Eight bytes as a number, those looked at last: texts with other ones differ.
        var head: UInt64 = 0
        var code: UInt32
        var kind: UInt16
        var part: UInt8
    }

    private var kinds = KindNumbers()
    private var entries: [Entry] = []
    /// Entries from here on came after the others were sorted.
    private var sorted = 0
    private var texts = [TextDictionary](repeating: TextDictionary(), count: Part.allCases.count)

    /// Adds the texts of one part, all of one kind.
    mutating func add(_ part: Part, _ texts: TextDictionary, _ kind: ArtifactKind) {
        guard texts.count > 0 else { return }
        add(part, texts, kinds: [kind], kind: [UInt16](repeating: 0, count: texts.count))
    }

    /// Adds the texts of one part, each of its own kind.
    ///
    /// - Parameters:
    ///   - kinds: nil for those that are left out.
    ///   - kind: by text: place in `kinds`.
    mutating func add(_ part: Part, _ texts: TextDictionary, kinds: [ArtifactKind?], kind: [UInt16]) {
        self.texts[part.rawValue] = texts
        let numbers = kinds.map { kind in kind.map { self.kinds.number($0) } }
        entries.reserveCapacity(entries.count + texts.count)
        for place in 0..<texts.count {
            guard let number = numbers[Int(kind[place])] else { continue }
            entries.append(
                Entry(code: UInt32(truncatingIfNeeded: place + 1), kind: number, part: UInt8(part.rawValue)))
        }
    }

    /// Puts everything added so far in order. Only kinds that something new belongs to are sorted again.
    mutating func sort() {
        let ranks = kinds.ranks
        var isNew = [Bool](repeating: false, count: ranks.count)
        for entry in entries[sorted...] { isNew[Int(entry.kind)] = true }
        gather(by: ranks)
        var start = 0
        while start < entries.count {
            var end = start + 1
            while end < entries.count, entries[end].kind == entries[start].kind { end += 1 }
            if isNew[Int(entries[start].kind)] { sort(start..<end) }
            start = end
        }
        sorted = entries.count
    }

    /// Brings the entries of each kind together, kinds by their ranks.
    private mutating func gather(by ranks: [Int]) {
        var next = [Int](repeating: 0, count: ranks.count + 1)
        for entry in entries { next[ranks[Int(entry.kind)] + 1] += 1 }
        for rank in 1..<next.count { next[rank] += next[rank - 1] }
        var gathered = entries
        for entry in entries {
            let rank = ranks[Int(entry.kind)]
            gathered[next[rank]] = entry
            next[rank] += 1
        }
        entries = gathered
    }

    /// Sorts the entries of one kind.
    private mutating func sort(_ range: Range<Int>) {
        sort(range, skipping: commonPrefix(range), again: Self.mostHeads)
    }

    /// Sorts entries that agree in the bytes skipped, by the eight that follow; those that agree in these by the
    /// next eight, as often as that is worth its while.
    private mutating func sort(_ range: Range<Int>, skipping skipped: Int, again: Int) {
        fillHeads(range, skipping: skipped)
        sortByHeads(range)
        var start = range.lowerBound
        while start < range.upperBound {
            var end = start + 1
            while end < range.upperBound, entries[end].head == entries[start].head { end += 1 }
            if end - start > Self.leastForDigits, again > 0 {
                sort(start..<end, skipping: skipped + 8, again: again - 1)
            } else if end > start + 1 {
                compareAll(start..<end)
            }
            start = end
        }
    }

    /// Times that further bytes are looked at before texts are compared as wholes, and texts fewer than which are.
    private static let mostHeads = 4
    private static let leastForDigits = 256

    private mutating func compareAll(_ range: Range<Int>) {
        let sorted = entries[range].sorted { one, two in
            let order = compare(one, two)
            return order == 0 ? (one.part, one.code) < (two.part, two.code) : order < 0
        }
        entries.replaceSubrange(range, with: sorted)
    }

    /// O(bytes).
    private mutating func fillHeads(_ range: Range<Int>, skipping skipped: Int) {
        for place in range {
            entries[place].head = withBytes(entries[place]) { bytes in
                var head: UInt64 = 0
                for at in skipped..<skipped + 8 {
                    head = head << 8 | (at < bytes.count ? UInt64(bytes[at]) : 0)
                }
                return head
            }
        }
    }

    /// Bytes that all texts of a kind begin with.
    private func commonPrefix(_ range: Range<Int>) -> Int {
        let first = entries[range.lowerBound]
        return withBytes(first) { first in
            var length = first.count
            for place in range.dropFirst() {
                length = withBytes(entries[place]) { bytes in
                    let most = min(length, bytes.count)
                    return (0..<most).first { bytes[$0] != first[$0] } ?? most
                }
            }
            return length
        }
    }

    /// By digits of the heads, the least first; digits that all have in common are passed over.
    private mutating func sortByHeads(_ range: Range<Int>) {
        let first = entries[range.lowerBound].head
        let differing = entries[range].reduce(UInt64(0)) { $0 | ($1.head ^ first) }
        var from = Array(entries[range])
        var to = from
        let mask: UInt64 = 1 << UInt64(Self.digitBits) - 1
        for bits in stride(from: 0, to: UInt64.bitWidth, by: Self.digitBits) {
            let shift = UInt64(bits)
            guard differing >> shift & mask > 0 else { continue }
            var next = [Int](repeating: 0, count: 1 << Self.digitBits + 1)
            for entry in from { next[Int(entry.head >> shift & mask) + 1] += 1 }
            for digit in 1..<next.count { next[digit] += next[digit - 1] }
            for entry in from {
                let digit = Int(entry.head >> shift & mask)
                to[next[digit]] = entry
                next[digit] += 1
            }
            swap(&from, &to)
        }
        entries.replaceSubrange(range, with: from)
    }

    private static let digitBits = 11

    /// Every value once, in order, and by part and code its place; `ValueOrdering.none` for what was left out.
    func placed() -> (columns: ValueColumns, places: [[UInt32]]) {
        var columns = ValueColumns()
        columns.kinds = kinds.sorted
        columns.kind.reserveCapacity(entries.count)
        columns.ends.reserveCapacity(entries.count)
        columns.bytes.reserveCapacity(texts.reduce(0) { $0 + $1.bytes.count })
        let ranks = kinds.ranks
        var places = texts.map { [UInt32](repeating: ValueOrdering.none, count: $0.count + 1) }
        var previous: Entry?
        for entry in entries {
            let isSame = previous.map {
                $0.kind == entry.kind && $0.head == entry.head && compare($0, entry) == 0
            }
            if isSame != true {
                columns.kind.append(UInt16(ranks[Int(entry.kind)]))
                withBytes(entry) { columns.bytes.append(contentsOf: $0) }
                columns.ends.append(columns.bytes.count)
            }
            places[Int(entry.part)][Int(entry.code)] = UInt32(columns.kind.count - 1)
            previous = entry
        }
        return (columns, places)
    }

    /// Negative, zero or positive as `memcmp`, then by length.
    private func compare(_ one: Entry, _ two: Entry) -> Int {
        withBytes(one) { left in
            withBytes(two) { right in
                for at in 0..<min(left.count, right.count) where left[at] != right[at] {
                    return Int(left[at]) - Int(right[at])
                }
                return left.count - right.count
            }
        }
    }

    private func withBytes<Result>(_ entry: Entry, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let range = texts[Int(entry.part)].range(of: Int(entry.code) - 1)
        return texts[Int(entry.part)].bytes.withUnsafeBufferPointer {
            body(UnsafeBufferPointer(rebasing: $0[range]))
        }
    }
}
