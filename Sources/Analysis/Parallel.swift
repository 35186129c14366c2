import Dispatch
import Synchronization

/// The results of `body` for 0..<count in order, made on all cores at once.
///
/// `body` must depend on its argument alone: then nothing depends on how the work was dealt out.
func inParallel<Result: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
    guard count > 1 else { return (0..<count).map(body) }
    let results = Mutex([Result?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
        let result = body(index)
        results.withLock { $0[index] = result }
    }
    return results.withLock { $0.compactMap { $0 } }
}

/// Both results, made beside each other.
func together<First: Sendable, Second: Sendable>(
    _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
    let one = Mutex<First?>(nil)
    let two = Mutex<Second?>(nil)
    DispatchQueue.concurrentPerform(iterations: 2) { index in
        if index == 0 {
            let result = first()
            one.withLock { $0 = result }
        } else {
            let result = second()
            two.withLock { $0 = result }
        }
    }
    guard let one = one.withLock({ $0 }), let two = two.withLock({ $0 }) else { return (first(), second()) }
    return (one, two)
}

/// 0..<count cut into stretches of about equal cost, at most `parts` of them, none empty.
///
/// - Parameter ends: cost of everything up to and with an entry is `ends[entry + 1]`; ascending, `ends[0]` is 0.
func stretches(byCost ends: [Int], parts: Int) -> [Range<Int>] {
    let count = ends.count - 1
    guard count > 0, let total = ends.last else { return [] }
    var ranges: [Range<Int>] = []
    var start = 0
    for part in 1...max(1, min(parts, count)) {
        let wanted = part >= parts ? total : total * part / parts
        var (low, high) = (start, count)
        while low < high {
            let middle = (low + high) / 2
            if ends[middle + 1] < wanted { low = middle + 1 } else { high = middle }
        }
        let end = part >= min(parts, count) ? count : min(count, low + 1)
        if end > start { ranges.append(start..<end) }
        start = max(start, end)
    }
    return ranges
}

/// A value worked out on another thread while this one goes on. Work that nobody waits for runs to its end unseen.
final class Ahead<Value: Sendable>: Sendable {
    private let work: @Sendable () -> Value
    private let result = Mutex<Value?>(nil)
    private let group = DispatchGroup()

    init(_ work: @escaping @Sendable () -> Value) {
        self.work = work
        DispatchQueue.global().async(group: group) { [self] in
            let value = work()
            result.withLock { $0 = value }
        }
    }

    /// Waits for the value.
    func value() -> Value {
        group.wait()
        return result.withLock { $0 } ?? work()
    }
}
