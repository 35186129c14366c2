import Dispatch

/// Calls `body` for stretches of 0..<count on all cores at once; they must not touch the same memory.
func besideEachOther(_ count: Int, _ body: @Sendable (Range<Int>) -> Void) {
    let parts = count < leastForThreads ? 1 : stretchesAtOnce
    DispatchQueue.concurrentPerform(iterations: parts) { part in
        body(count * part / parts..<count * (part + 1) / parts)
    }
}

/// Elements from which threads are worth their while, and stretches dealt to them: cost is uneven.
private let leastForThreads = 1 << 14
private let stretchesAtOnce = 16
