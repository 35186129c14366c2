import Casework
import Foundation

/// Standard output, buffered, with every byte that could steer a terminal made visible.
///
/// When the reader goes away (`| head`), writing stops and the program ends quietly.
struct StandardOutput {
    private var buffer: [UInt8] = []
    /// Enough that a system call costs little beside what it carries.
    private static let bufferSize = 1 << 16

    init() { buffer.reserveCapacity(StandardOutput.bufferSize) }

    /// A line of text for people. Control, bidi and zero-width characters arrive escaped.
    mutating func line(_ text: String = "") {
        buffer.append(contentsOf: SafeOutput.escaped(text).utf8)
        buffer.append(UInt8(ascii: "\n"))
        if buffer.count >= StandardOutput.bufferSize { flush() }
    }

    /// One JSON value and a line end.
    mutating func json(_ value: some Encodable) throws {
        buffer.append(contentsOf: try JSONText.encode(value))
        buffer.append(UInt8(ascii: "\n"))
        if buffer.count >= StandardOutput.bufferSize { flush() }
    }

    /// Bytes that are safe already.
    mutating func raw(_ bytes: some Sequence<UInt8>) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= StandardOutput.bufferSize { flush() }
    }

    mutating func flush() {
        var start = 0
        while start < buffer.count {
            let written = buffer.withUnsafeBytes { bytes in
                write(STDOUT_FILENO, bytes.baseAddress.map { $0 + start }, bytes.count - start)
            }
            if written < 0 {
                if errno == EINTR { continue }
                exit(errno == EPIPE ? ExitStatus.done : ExitStatus.failed)
            }
            start += written
        }
        buffer.removeAll(keepingCapacity: true)
    }

    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
}

/// Messages and progress go to standard error.
enum StandardError {
    static func line(_ text: String) {
        FileHandle.standardError.write(Data((SafeOutput.escaped(text) + "\n").utf8))
    }

    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}
