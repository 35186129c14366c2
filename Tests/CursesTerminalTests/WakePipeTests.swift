import Testing

@testable import CursesTerminal

@Suite("Wake pipe")
struct WakePipeTests {
    @Test("a wake ends the wait, and many before the look count as one")
    func wake() async throws {
        let pipe = try WakePipe()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<100 { group.addTask { pipe.wake() } }
        }
        let ready = InputWait.wait(for: pipe.readEnd, milliseconds: nil, input: false)
        #expect(ready.isSignalled && !ready.isTimeOut)
        #expect(pipe.drain() == [0])
        #expect(pipe.drain() == [])
        pipe.wake()
        #expect(pipe.drain() == [0])
    }

    @Test("without a wake the wait ends when the time is up")
    func timeOut() throws {
        let pipe = try WakePipe()
        let ready = InputWait.wait(for: pipe.readEnd, milliseconds: 0, input: false)
        #expect(ready.isTimeOut && !ready.isSignalled)
    }
}
