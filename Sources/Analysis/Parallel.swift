import Dispatch
import Foundation
import Synchronization

/// The results of `body` for 0..<count in order, made on all cores at once, also where this is called within another.
///
/// `body` must depend on its argument alone: then nothing depends on how the work was dealt out.
func inParallel<Result: Sendable>(_ count: Int, _ body: @escaping @Sendable (Int) -> Result) -> [Result] {
    guard count > 1 else { return (0..<count).map(body) }
    let results = ParallelResults<Result>(count: count)
    SharedWork(count: count) { results.put(body($0), at: $0) }.run()
    return results.all()
}

private final class ParallelResults<Result: Sendable>: Sendable {
    private let results: Mutex<[Result?]>

    init(count: Int) { results = Mutex(Array(repeating: nil, count: count)) }

    func put(_ result: Result, at index: Int) { results.withLock { $0[index] = result } }

    func all() -> [Result] { results.withLock { $0.compactMap { $0 } } }
}

/// Work in pieces that the calling thread begins at once and other threads join as soon as one is free. Unlike
/// `concurrentPerform`, which gives work within work one thread alone, it never leaves a core idle.
private final class SharedWork: Sendable {
    private struct State {
        /// Nil once everything is done: a thread that comes too late finds nothing and holds nothing.
        var piece: (@Sendable (Int) -> Void)?
        var next = 0
        var running = 0
    }

    private let state: Mutex<State>
    private let count: Int
    private let isDone = DispatchSemaphore(value: 0)

    init(count: Int, _ piece: @escaping @Sendable (Int) -> Void) {
        self.count = count
        state = Mutex(State(piece: piece))
    }

    /// Returns when every piece is done.
    func run() {
        for _ in 1..<max(2, min(count, ProcessInfo.processInfo.activeProcessorCount)) {
            DispatchQueue.global().async { self.help() }
        }
        help()
        // Pieces still running are on threads that will signal; where there are none the last piece has.
        isDone.wait()
    }

    private func help() {
        while let (index, piece) = take() {
            piece(index)
            let isLast = state.withLock { state in
                state.running -= 1
                guard state.running == 0, state.next == count else { return false }
                state.piece = nil
                return true
            }
            if isLast { isDone.signal() }
        }
    }

    private func take() -> (Int, @Sendable (Int) -> Void)? {
        state.withLock { state in
            guard state.next < count, let piece = state.piece else { return nil }
            state.next += 1
            state.running += 1
            return (state.next - 1, piece)
        }
    }
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
