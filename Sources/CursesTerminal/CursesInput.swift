import CNcurses
import Glibc
import Terminal

// What ends a wait: keys, and the numbers that signal handlers wrote into the pipe.
extension CursesTerminal {
    func input() -> [TerminalEvent] {
        // The end of input, or an error: the terminal has hung up.
        guard let events = takeInput() else { return [.quit(signal: SIGHUP)] }
        return events.flatMap(act(on:))
    }

    /// What was typed, with the terminal's answers taken out and noted; nil at the end of input.
    func takeInput() -> [TerminalEvent]? {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = read(STDIN_FILENO, &bytes, bytes.count)
        if count < 0 && (errno == EINTR || errno == EAGAIN) { return [] }
        guard count > 0 else { return nil }
        let events = decoder.feed(bytes.prefix(count))
        for _ in 0..<decoder.takeAnswers() { pace.answered(at: Self.now) }
        return events
    }

    func act(on event: TerminalEvent) -> [TerminalEvent] {
        event == .key(.control("z")) ? suspend() : [event]
    }

    func event(_ number: UInt8) -> [TerminalEvent] {
        switch Int32(number) {
        case 0: [.wake]
        case SIGWINCH: resize()
        case SIGTSTP: suspend()
        case SIGCONT: resume()
        case SIGINT: [.key(.control("c"))]
        default: [.quit(signal: Int32(number))]
        }
    }

    private func resize() -> [TerminalEvent] {
        guard let now = Self.windowSize(), now != size else { return [] }
        size = now
        resize_term(Int32(clamping: now.rows), Int32(clamping: now.columns))
        invalidate()
        // Of another size: the loop sends one that fits.
        wanted = nil
        return [.resize(now)]
    }

    /// Stops the whole job, as Ctrl-Z does elsewhere, and comes back when it is continued.
    private func suspend() -> [TerminalEvent] {
        leaveScreen()
        return comeBack(after: JobControl.stop(by: SIGTSTP, noticedAt: pipe))
    }

    /// After a stop from outside, which left no time to give the terminal back.
    private func resume() -> [TerminalEvent] {
        let signals = JobControl.isForeground ? [] : JobControl.stop(by: SIGTTIN, noticedAt: pipe)
        endwin()
        return comeBack(after: signals)
    }

    private func comeBack(after signals: [UInt8]) -> [TerminalEvent] {
        let frame = lastFrame
        takeScreen()
        let resized = resize()
        if resized.isEmpty, let frame { repaint(frame) }
        return [.resumed] + resized + signals.flatMap(event)
    }
}
