import Glibc

/// Stopping and continuing, as the shell's Ctrl-Z, `fg` and `bg` ask for.
enum JobControl {
    /// How long to wait for a stop to take hold: it may reach another thread a moment later, and a job that
    /// nobody can continue is not stopped at all.
    private static let graceMilliseconds = 200

    /// Whether the terminal listens to this process.
    static var isForeground: Bool { tcgetpgrp(STDIN_FILENO) == getpgrp() }

    /// Stops the whole job until it is continued in the foreground.
    ///
    /// Returns the other signals that came meanwhile. Continued in the background it stops again, before
    /// anything is written to a terminal that is somebody else's.
    static func stop(by number: Int32, noticedAt pipe: WakePipe) -> [UInt8] {
        var handler = sigaction()
        var standard = sigaction()
        sigaction(SIGTSTP, &standard, &handler)
        defer { sigaction(SIGTSTP, &handler, nil) }
        var signals: [UInt8] = []
        var number = number
        repeat {
            kill(0, number)
            _ = InputWait.wait(for: pipe.readEnd, milliseconds: graceMilliseconds, input: false)
            let came = pipe.drain()
            signals += came
            number = SIGTTIN
            // Nobody can continue it: not stopped.
            guard came.contains(UInt8(SIGCONT)) else { break }
        } while !isForeground
        return signals.filter { ![SIGCONT, SIGWINCH, SIGTSTP].contains(Int32($0)) }
    }
}
