/// A block of trivial values of fixed length, owned by one variable and freed with it.
///
/// Community detection spends its time in random reads and writes over several such blocks at once. An
/// `Array` field would pay a uniqueness check for each write; this does not. An index outside the block traps
/// in debug builds and is a bug of ours, never of the evidence: indices come from a checked `WeightedGraph`.
struct FlatBuffer<Element: BitwiseCopyable>: ~Copyable {
    private let storage: UnsafeMutableBufferPointer<Element>

    init(repeating value: Element, count: Int) {
        storage = .allocate(capacity: count)
        storage.initialize(repeating: value)
    }

    deinit {
        storage.deallocate()
    }

    var count: Int { storage.count }

    subscript(index: Int) -> Element {
        @inline(__always) get { storage[index] }
        @inline(__always) nonmutating set { storage[index] = newValue }
    }

    subscript(index: Int32) -> Element {
        @inline(__always) get { storage[Int(index)] }
        @inline(__always) nonmutating set { storage[Int(index)] = newValue }
    }

    /// Changes one value in place.
    @inline(__always) func withElement(_ index: Int32, _ change: (inout Element) -> Void) {
        change(&storage[Int(index)])
    }

    /// The first `count` values as an array. O(count).
    func prefix(_ count: Int) -> [Element] {
        Array(storage[0..<count])
    }
}

extension FlatBuffer where Element == Int32 {
    /// Nodes that are shuffled among themselves: small enough for their rows to stay in the cache together.
    private static var window: Int { 4096 }

    /// Writes 0, 1, 2 … into the first `count` places, shuffled (Fisher and Yates) inside consecutive windows.
    ///
    /// A shuffle of everything makes nearly every visit a cache miss: on five million edges, windows and Leiden's
    /// renumbering took a third off the time together. O(count).
    func fillShuffled(count: Int, using generator: inout SeededGenerator) {
        for start in stride(from: 0, to: count, by: Self.window) {
            for index in start..<Swift.min(count, start + Self.window) {
                let other = start + generator.below(index - start + 1)
                self[index] = self[other]
                self[other] = Int32(index)
            }
        }
    }
}
