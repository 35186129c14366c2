import Glibc

/// Installs the handlers that turn signals into events, or give the terminal back and die of the signal.
///
/// The handlers of Swift's own backtracer are replaced while the terminal is ours: it would paint over the
/// screen and wait at a prompt.
final class SignalHandlers {
    /// Become events of the loop.
    private static let orderly = [SIGWINCH, SIGTSTP, SIGCONT, SIGINT, SIGTERM, SIGHUP]
    /// Crashes, and Ctrl-\ from outside.
    private static let fatal = [SIGSEGV, SIGILL, SIGABRT, SIGBUS, SIGFPE, SIGTRAP, SIGSYS, SIGQUIT]
    /// End a process by default; taken only where nobody else has.
    private static let ending = [SIGPIPE, SIGALRM, SIGVTALRM, SIGPROF, SIGUSR1, SIGUSR2, SIGXCPU, SIGXFSZ]
    /// The default action again when it has run, and not blocked while it runs.
    private static let once = Int32(bitPattern: UInt32(SA_RESETHAND)) | Int32(SA_NODEFER)
    /// Enough for the handlers to run when a stack has overflowed.
    private static let stackBytes = 65_536

    private var old: [(signal: Int32, action: sigaction)] = []
    private var oldStack = stack_t()
    private let stack = UnsafeMutableRawPointer.allocate(byteCount: stackBytes, alignment: 16)

    init() {
        var ours = stack_t(ss_sp: stack, ss_flags: 0, ss_size: Self.stackBytes)
        sigaltstack(&ours, &oldStack)
        for signal in Self.orderly { install(signal, noteSignal, SA_RESTART) }
        for signal in Self.fatal { install(signal, dieOfSignal, Self.once) }
        for signal in Self.ending where isDefault(signal) {
            install(signal, dieOfSignal, Self.once)
        }
    }

    /// Puts every disposition back.
    func remove() {
        for (signal, before) in old {
            var action = before
            sigaction(signal, &action, nil)
        }
        old = []
        sigaltstack(&oldStack, nil)
    }

    deinit {
        remove()
        stack.deallocate()
    }

    private func install(_ signal: Int32, _ handler: @escaping @convention(c) (Int32) -> Void, _ flags: Int32)
    {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = handler
        action.sa_flags = flags | Int32(SA_ONSTACK)
        var before = sigaction()
        sigaction(signal, &action, &before)
        old.append((signal, before))
    }

    private func isDefault(_ signal: Int32) -> Bool {
        var action = sigaction()
        sigaction(signal, nil, &action)
        return action.__sigaction_handler.sa_handler == nil
    }
}

/// Tells the loop; a second demand to leave is obeyed at once, since the loop did not answer the first.
private func noteSignal(_ number: Int32) {
    let error = errno
    let board = SignalBoard.shared
    if number == SIGTERM || number == SIGHUP {
        board.pointee.quitCount &+= 1
        if board.pointee.quitCount > 1 { dieOfSignal(number) }
    }
    var byte = UInt8(truncatingIfNeeded: number)
    _ = write(board.pointee.wakeDescriptor, &byte, 1)
    errno = error
}

/// Gives the terminal back and lets the signal do what it does by default, so that the exit status shows it.
private func dieOfSignal(_ number: Int32) {
    SignalBoard.shared.restoreTerminal()
    signal(number, SIG_DFL)
    raise(number)
}
