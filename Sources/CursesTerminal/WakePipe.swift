import Glibc
import Synchronization
import Terminal

/// The pipe that ends a wait: signal handlers write their number into it, `wake()` a zero.
final class WakePipe: TerminalWaker {
    let readEnd: Int32
    let writeEnd: Int32
    /// At most one zero lies in the pipe, so that signals always find room.
    private let isWakePending = Atomic(false)

    init() throws(CursesError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .system(call: "pipe", code: errno) }
        for end in ends {
            _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        readEnd = ends[0]
        writeEnd = ends[1]
    }

    deinit {
        close(readEnd)
        close(writeEnd)
    }

    func wake() {
        guard !isWakePending.exchange(true, ordering: .acquiringAndReleasing) else { return }
        var zero: UInt8 = 0
        _ = write(writeEnd, &zero, 1)
    }

    /// Everything written since the last look: signal numbers and zeros.
    func drain() -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 256)
        let count = read(readEnd, &bytes, bytes.count)
        // After reading: a wake that comes in between is heard by whoever drains, who looks for messages next. The other
        // way round its byte would be read as well, and no later wake would write one.
        isWakePending.store(false, ordering: .sequentiallyConsistent)
        return Array(bytes.prefix(max(0, count)))
    }
}
