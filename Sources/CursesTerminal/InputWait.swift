import Glibc

/// Waits for keys and for the wake pipe at once.
struct InputWait {
    let hasInput: Bool
    let isSignalled: Bool
    let isTimeOut: Bool

    /// - Parameters:
    ///   - milliseconds: nil waits for ever.
    ///   - input: whether keys end the wait.
    static func wait(for pipe: Int32, milliseconds: Int?, input: Bool = true) -> InputWait {
        var descriptors = [
            // A negative descriptor is passed over.
            pollfd(fd: input ? STDIN_FILENO : -1, events: Int16(POLLIN), revents: 0),
            pollfd(fd: pipe, events: Int16(POLLIN), revents: 0),
        ]
        let count = poll(&descriptors, 2, milliseconds.map { Int32(clamping: max(0, $0)) } ?? -1)
        // Interrupted by a signal: its handler has written to the pipe, so the next wait returns at once.
        guard count >= 0 else { return InputWait(hasInput: false, isSignalled: true, isTimeOut: false) }
        return InputWait(
            hasInput: descriptors[0].revents != 0, isSignalled: descriptors[1].revents != 0,
            isTimeOut: count == 0)
    }
}
