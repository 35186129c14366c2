import Foundation

/// Does writing tasks one after another beside the thread that gives them, at most so much behind it.
///
/// Unchecked: what is mutable is only touched while `state` is locked.
final class WritingThread: @unchecked Sendable {
    private let state = NSCondition()
    private var tasks: [WritingTask] = []
    /// Place of the next task; those before it have been replaced, so that they keep no memory.
    private var nextTask = 0
    private var freeRuns: [RunBuffer] = []
    private var lentRuns = 0
    private var waitingWeight = 0
    private var isBusy = false
    private var isClosed = false
    private var hasEnded = false
    private var failure: (any Error)?

    /// Starts the thread. `perform` is called on it alone.
    init(perform: @escaping @Sendable (WritingTask) throws -> Void) {
        let thread = Thread { [self] in work(perform) }
        thread.name = "case writer"
        // The system's default is enough for SQLite; sorting is done by the standard library on the heap.
        thread.stackSize = 4 << 20
        thread.start()
    }

    /// Gives a task, waiting while too much lies before it. Throws what an earlier task threw.
    func give(_ task: WritingTask) throws {
        state.lock()
        defer { state.unlock() }
        while waitingWeight > WritingThread.mostWaitingBytes, failure == nil { state.wait() }
        if let failure { throw failure }
        tasks.append(task)
        waitingWeight += task.weight
        state.broadcast()
    }

    /// Waits until all tasks are done. Throws what a task threw.
    func drain() throws {
        state.lock()
        defer { state.unlock() }
        while nextTask < tasks.count || isBusy, failure == nil { state.wait() }
        if let failure { throw failure }
    }

    /// Waits for the tasks given so far and ends the thread. Nothing may be given afterwards.
    func close() throws {
        state.lock()
        defer { state.unlock() }
        isClosed = true
        state.broadcast()
        while !hasEnded { state.wait() }
        if let failure { throw failure }
    }

    private func work(_ perform: (WritingTask) throws -> Void) {
        while let task = take() {
            do { try perform(task) } catch { fail(error) }
            release(task)
        }
        state.lock()
        hasEnded = true
        state.broadcast()
        state.unlock()
    }

    private func take() -> WritingTask? {
        state.lock()
        defer { state.unlock() }
        while nextTask == tasks.count, !isClosed { state.wait() }
        guard nextTask < tasks.count else { return nil }
        let task = tasks[nextTask]
        tasks[nextTask] = .rows([])
        nextTask += 1
        if nextTask == tasks.count {
            tasks.removeAll(keepingCapacity: true)
            nextTask = 0
        }
        isBusy = true
        return task
    }

    private func release(_ task: WritingTask) {
        state.lock()
        isBusy = false
        waitingWeight = max(0, waitingWeight - task.weight)
        if case .exchanges(let run, _, _) = task {
            lentRuns -= 1
            freeRuns.append(run)
        }
        state.broadcast()
        state.unlock()
    }

    /// An empty buffer, waiting while as many as are allowed are being written.
    func takeRun(capacity: Int, codedColumns: Int, plainColumns: Int) throws -> RunBuffer {
        state.lock()
        defer { state.unlock() }
        while lentRuns >= WritingThread.mostRuns, failure == nil { state.wait() }
        if let failure { throw failure }
        lentRuns += 1
        if let free = freeRuns.popLast(), free.codedColumns == codedColumns, free.plainColumns == plainColumns
        {
            free.removeAll()
            return free
        }
        freeRuns.removeAll()
        return RunBuffer(capacity: capacity, codedColumns: codedColumns, plainColumns: plainColumns)
    }

    /// Gives back a buffer that was taken and not given to be written.
    func giveBack(_ run: RunBuffer) {
        state.lock()
        lentRuns -= 1
        freeRuns.append(run)
        state.unlock()
    }

    /// Lets go of the buffers that wait for use.
    func dropFreeRuns() {
        state.lock()
        freeRuns.removeAll()
        state.unlock()
    }

    /// After an error nothing more is written: the pending source is swept when the case is next opened.
    private func fail(_ error: any Error) {
        state.lock()
        if failure == nil { failure = error }
        tasks.removeAll()
        nextTask = 0
        waitingWeight = 0
        state.broadcast()
        state.unlock()
    }

    /// One is being filled while the other is being written.
    private static let mostRuns = 2
    /// Room for the million accounts of one file, so that reading the next one need not wait for them.
    private static let mostWaitingBytes = 192 << 20
}
