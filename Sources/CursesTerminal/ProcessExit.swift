import Glibc

/// Gives the terminal back when something calls `exit` while the screen is up.
struct ProcessExit: Sendable {
    /// Registered with the C library at first use, once for the process.
    static let restoreTerminal = ProcessExit()

    private init() {
        atexit { SignalBoard.shared.restoreTerminal() }
    }

    /// Makes sure that the registration has happened.
    func arrange() {}
}
