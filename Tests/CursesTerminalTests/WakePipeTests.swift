import Foundation
import Synchronization
import Testing

@testable import CursesTerminal

@Suite("The pipe that wakes the loop") struct WakePipeTests {
    @Test("a wake beside a drain never silences those that come after") func race() throws {
        let pipe = try WakePipe()
        let isOver = Atomic(false)
        let done = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            while !isOver.load(ordering: .relaxed) { pipe.wake() }
            done.signal()
        }
        for _ in 0..<20_000 { _ = pipe.drain() }
        isOver.store(true, ordering: .relaxed)
        done.wait()
        _ = pipe.drain()
        pipe.wake()
        #expect(pipe.drain() == [0])
        for round in 0..<2_000 {
            pipe.wake()
            Thread.detachNewThread {
                pipe.wake()
                done.signal()
            }
            _ = pipe.drain()
            done.wait()
            _ = pipe.drain()
            pipe.wake()
            #expect(InputWait.wait(for: pipe.readEnd, milliseconds: 0, input: false).isSignalled, "\(round)")
        }
    }
}
