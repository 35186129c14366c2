import Casework

/// The values of every kind that the case knows, with the numbers they bear in the case.
///
/// Belongs to one thread.
final class ValueIndex {
    private var kinds: [String: Kind] = [:]
    /// Values so far; the next one is numbered one above.
    private(set) var count = 0

    /// One kind's values: numbers in the case by number within the kind.
    final class Kind {
        let index = ByteIndex()
        var numbers: [UInt32] = []
    }

    func kind(_ name: String) -> Kind {
        if let known = kinds[name] { return known }
        let made = Kind()
        kinds[name] = made
        return made
    }

    /// The number of a value, or 0.
    func find(_ kind: Kind, _ value: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let place = kind.index.find(value)
        return place == 0 ? 0 : kind.numbers[Int(place) &- 1]
    }

    func insert(_ kind: Kind, _ value: UnsafeBufferPointer<UInt8>) -> (number: UInt32, isNew: Bool) {
        let (place, isNew) = kind.index.insert(value)
        if isNew {
            count += 1
            kind.numbers.append(UInt32(truncatingIfNeeded: count))
        }
        return (kind.numbers[Int(place) &- 1], isNew)
    }

    /// Forgets the numbers above `count`. Numbers within a kind ascend, so each kind loses its tail.
    func truncate(to count: Int) {
        guard count < self.count else { return }
        self.count = count
        for kind in kinds.values {
            let kept = kind.numbers.firstIndex { Int($0) > count } ?? kind.numbers.count
            kind.index.truncate(to: kept)
            kind.numbers.removeSubrange(kept...)
        }
    }
}
