import Glibc

/// Waits for keys, for the wake pipe and for a free line at once.
struct InputWait {
    let hasInput: Bool
    let isSignalled: Bool
    let isTimeOut: Bool

    /// - Parameters:
    ///   - milliseconds: nil waits for ever.
    ///   - input: whether keys end the wait.
    ///   - output: a descriptor whose becoming writable ends the wait.
    static func wait(
        for pipe: Int32, milliseconds: Int?, input: Bool = true, output: Int32? = nil
    ) -> InputWait {
        var descriptors = [
            // A negative descriptor is passed over.
            pollfd(fd: input ? STDIN_FILENO : -1, events: Int16(POLLIN), revents: 0),
            pollfd(fd: pipe, events: Int16(POLLIN), revents: 0),
            pollfd(fd: output ?? -1, events: Int16(POLLOUT), revents: 0),
        ]
        let count = poll(&descriptors, 3, milliseconds.map { Int32(clamping: max(0, $0)) } ?? -1)
        // Interrupted by a signal: its handler has written to the pipe, so the next wait returns at once.
        guard count >= 0 else { return InputWait(hasInput: false, isSignalled: true, isTimeOut: false) }
        return InputWait(
            hasInput: descriptors[0].revents != 0, isSignalled: descriptors[1].revents != 0,
            isTimeOut: count == 0)
    }
    /// Whether a descriptor takes something now.
    static func isWritable(_ descriptor: Int32) -> Bool {
        var one = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        return poll(&one, 1, 0) == 1
    }
}
