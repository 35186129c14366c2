import Glibc

/// Bytes on their way to the terminal. Sending them never waits: what the terminal does not take now stays here.
struct OutgoingBytes {
    /// Wait for this one to become writable while there is something left.
    let descriptor: Int32
    /// A description of the terminal that is ours alone; standard output's is shared with the shell, and must go on
    /// waiting for it.
    private let isOwn: Bool
    private var bytes: [UInt8] = []
    private var place = 0

    /// As much as a writable terminal takes without waiting for long, where its description is shared.
    private static let sharedPiece = 256

    init() {
        let own = open("/proc/self/fd/\(STDOUT_FILENO)", O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
        isOwn = own >= 0
        descriptor = isOwn ? own : STDOUT_FILENO
    }

    var isEmpty: Bool { place == bytes.count }

    mutating func add(_ more: [UInt8]) {
        if isEmpty { drop() }
        bytes += more
    }

    /// Sends what the terminal takes now.
    mutating func push() {
        while !isEmpty {
            guard isOwn || InputWait.isWritable(descriptor) else { return }
            let piece = isOwn ? bytes[place...] : bytes[place...].prefix(OutgoingBytes.sharedPiece)
            let count = piece.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                place += count
            } else if errno == EAGAIN {
                return
            } else if errno != EINTR {
                // The terminal is gone: the end of input will say so.
                return drop()
            }
        }
    }

    /// Forgets what has not been sent.
    mutating func drop() {
        bytes = []
        place = 0
    }

    mutating func close() {
        drop()
        if isOwn { Glibc.close(descriptor) }
    }
}
