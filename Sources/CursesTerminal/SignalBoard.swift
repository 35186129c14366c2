import Glibc

/// What signal handlers may touch: plain memory prepared beforehand, and nothing else.
struct SignalBoard {
    /// Whether the terminal is ours, so that a handler must give it back.
    var isArmed = false
    /// How often the process was asked to leave.
    var quitCount: Int32 = 0
    var wakeDescriptor: Int32 = -1
    var modes = termios()
    var bytes = UnsafeMutableBufferPointer<UInt8>(start: nil, count: 0)
    /// Where standard error went, and what it is held in meanwhile; -1 when it is not held.
    var errorDescriptor: Int32 = -1
    var heldDescriptor: Int32 = -1
    /// Room to copy held output through.
    let scratch = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 4096)

    /// The one board: dispositions of signals belong to the process. A pointer, because a handler must
    /// meet neither exclusivity checks nor reference counts; written by the owner of the terminal while
    /// handlers are not installed or do not read the field, read by handlers.
    nonisolated(unsafe) static let shared: UnsafeMutablePointer<SignalBoard> = {
        let board = UnsafeMutablePointer<SignalBoard>.allocate(capacity: 1)
        board.initialize(to: SignalBoard())
        return board
    }()
}

extension UnsafeMutablePointer where Pointee == SignalBoard {
    /// Fills in what handlers will need. Call before they are installed.
    func prepare(modes: termios, restoration sequence: [UInt8], wakeDescriptor: Int32) {
        let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: sequence.count)
        _ = bytes.initialize(from: sequence)
        pointee.bytes.deallocate()
        pointee.bytes = bytes
        pointee.modes = modes
        pointee.quitCount = 0
        pointee.wakeDescriptor = wakeDescriptor
    }

    /// Gives the terminal back: only `write`, `pread`, `tcsetattr`, `signal`, which are safe in a handler.
    func restoreTerminal() {
        guard pointee.isArmed else { return }
        pointee.isArmed = false
        // In the background tcsetattr would stop the process instead.
        let old = signal(SIGTTOU, SIG_IGN)
        _ = write(STDOUT_FILENO, pointee.bytes.baseAddress, pointee.bytes.count)
        _ = tcsetattr(STDIN_FILENO, TCSANOW, &pointee.modes)
        signal(SIGTTOU, old)
        releaseStandardError()
    }

    /// Puts standard error back in its place and shows what was held.
    func releaseStandardError() {
        guard pointee.heldDescriptor >= 0 else { return }
        let held = pointee.heldDescriptor
        pointee.heldDescriptor = -1
        dup2(pointee.errorDescriptor, STDERR_FILENO)
        close(pointee.errorDescriptor)
        var offset: off_t = 0
        while offset < SignalBoard.heldLimit {
            let count = pread(held, pointee.scratch.baseAddress, pointee.scratch.count, offset)
            guard count > 0 else { break }
            maskControls(count)
            _ = write(STDERR_FILENO, pointee.scratch.baseAddress, count)
            offset += off_t(count)
        }
        close(held)
    }

    /// Messages may quote evidence: no control but the newline and the tab reaches the terminal.
    private func maskControls(_ count: Int) {
        for index in 0..<count {
            let byte = pointee.scratch[index]
            if byte < 0x20 && byte != 0x0A && byte != 0x09 || byte == 0x7F {
                pointee.scratch[index] = UInt8(ascii: "?")
            }
        }
    }
}

extension SignalBoard {
    /// The most of the held output that is shown, in bytes: a screenful or two, not a flood.
    static let heldLimit: off_t = 16_384

    /// Keeps what is written to standard error off the screen; it is shown when the terminal is given back.
    ///
    /// Does nothing when standard error is no terminal.
    static func holdStandardError() {
        guard isatty(STDERR_FILENO) == 1, shared.pointee.heldDescriptor < 0 else { return }
        guard let file = tmpfile() else { return }
        let held = fcntl(fileno(file), F_DUPFD_CLOEXEC, 3)
        fclose(file)
        guard held >= 0 else { return }
        let old = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
        guard old >= 0, dup2(held, STDERR_FILENO) >= 0 else {
            close(held)
            return
        }
        shared.pointee.errorDescriptor = old
        shared.pointee.heldDescriptor = held
    }
}
