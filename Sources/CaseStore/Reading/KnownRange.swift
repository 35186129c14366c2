public import Casework

/// What a case knows of a range of addresses, from ip_ranges and from address databases.
public struct KnownRange: Hashable, Sendable {
    public var range: AddressRange
    public var asNumber: Int?
    public var asName: String?
    /// ISO 3166-1 alpha-2.
    public var country: String?
    public var usage: NetworkUsage?
    /// Users behind one address, as an address database says.
    public var userCount: Int?

    public init(range: AddressRange) { self.range = range }

    /// Takes from `other` what is not known here. A name goes with its number: it is never put to another one's.
    mutating func fillGaps(from other: KnownRange) {
        if asNumber == nil, asName == nil {
            (asNumber, asName) = (other.asNumber, other.asName)
        } else if asName == nil, asNumber == other.asNumber {
            asName = other.asName
        }
        country = country ?? other.country
        usage = usage ?? other.usage
        userCount = userCount ?? other.userCount
    }
}

/// Lays what ip_ranges say over what address databases say, so that the longest range that holds an address has
/// all that is known of it.
///
/// What the longest range of ip_ranges says of an address stands; the databases fill what it leaves empty. Of the
/// databases, which have networks of their own sizes, a shorter network speaks where the longer one is silent.
enum RangeMerge {
    /// - Parameters:
    ///   - stated: ip_ranges, by range; of equal ones the last counts.
    ///   - looked: from databases, by range; of equal ones a later one counts where it says something.
    /// - Returns: every range of either once, by address and prefix. O(ranges).
    static func merged(_ stated: [KnownRange], _ looked: [KnownRange]) -> [KnownRange] {
        let stated = joined(stated) { last, _ in last }
        let looked = joined(looked) { last, earlier in
            var last = last
            last.fillGaps(from: earlier)
            return last
        }
        return looked.isEmpty ? stated : sweep(stated, looked)
    }

    private static func joined(
        _ ranges: [KnownRange], _ join: (_ last: KnownRange, _ earlier: KnownRange) -> KnownRange
    ) -> [KnownRange] {
        var kept: [KnownRange] = []
        for range in ranges {
            if let earlier = kept.last, earlier.range == range.range {
                kept[kept.count - 1] = join(range, earlier)
            } else {
                kept.append(range)
            }
        }
        return kept
    }

    /// A range and what holds within it: the nearest stated one, and the databases' words joined.
    private struct Layer {
        var range: AddressRange
        var stated: KnownRange?
        var looked: KnownRange?
    }

    /// Ranges that hold another come before it; `open` are those that hold the one at hand.
    private static func sweep(_ stated: [KnownRange], _ looked: [KnownRange]) -> [KnownRange] {
        var merged: [KnownRange] = []
        merged.reserveCapacity(stated.count + looked.count)
        var open: [Layer] = []
        var (nextStated, nextLooked) = (0, 0)
        while nextStated < stated.count || nextLooked < looked.count {
            let one = nextStated < stated.count ? stated[nextStated] : nil
            let other = nextLooked < looked.count ? looked[nextLooked] : nil
            let isStated = one.map { one in other.map { one.range <= $0.range } ?? true } ?? false
            let isLooked = other.map { other in one.map { other.range <= $0.range } ?? true } ?? false
            let range = isStated ? one?.range : other?.range
            nextStated += isStated ? 1 : 0
            nextLooked += isLooked ? 1 : 0
            guard let range else { continue }
            while let last = open.last, !last.range.contains(range.address) { open.removeLast() }
            let layer = lay(range, isStated ? one : nil, isLooked ? other : nil, over: open.last)
            open.append(layer)
            merged.append(known(layer))
        }
        return merged
    }

    private static func lay(
        _ range: AddressRange, _ stated: KnownRange?, _ looked: KnownRange?, over outer: Layer?
    ) -> Layer {
        var inner = looked ?? outer?.looked
        if looked != nil, let wider = outer?.looked { inner?.fillGaps(from: wider) }
        return Layer(range: range, stated: stated ?? outer?.stated, looked: inner)
    }

    private static func known(_ layer: Layer) -> KnownRange {
        var known = layer.stated ?? KnownRange(range: layer.range)
        known.range = layer.range
        if let looked = layer.looked { known.fillGaps(from: looked) }
        return known
    }
}
