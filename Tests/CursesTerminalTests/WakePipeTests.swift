import Foundation
import Synchronization
import Testing

@testable import CursesTerminal

@Suite("The pipe that wakes the loop") struct WakePipeTests {
    /// As mailbox and loop use it: one thread wakes all the time, the other drains whenever it is woken.
    @Test("while somebody wakes it, the loop goes on being woken, however wakes and drains meet")
    func race() throws {
        let pipe = try WakePipe()
        let isOver = Atomic(false)
        defer { isOver.store(true, ordering: .sequentiallyConsistent) }
        Thread.detachNewThread {
            while !isOver.load(ordering: .sequentiallyConsistent) { pipe.wake() }
        }
        for round in 0..<50_000 {
            let wait = InputWait.wait(for: pipe.readEnd, milliseconds: 5_000, input: false)
            try #require(wait.isSignalled, "no wake was heard after \(round)")
            _ = pipe.drain()
        }
    }
}
