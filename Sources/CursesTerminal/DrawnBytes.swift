import CNcurses
import Glibc

/// Takes what ncurses draws away from it as bytes.
///
/// ncurses writes to its descriptor itself and waits until a slow line has taken all of it, deaf to keys. So it gets a
/// descriptor of its own: the terminal's, since it asks for modes and sizes there, and while it draws a file in
/// memory.
final class DrawnBytes {
    /// ncurses' own.
    private let descriptor: Int32
    let file: UnsafeMutablePointer<FILE>
    private let memory: Int32

    init() throws(CursesError) {
        descriptor = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
        guard descriptor >= 0 else { throw .system(call: "dup", code: errno) }
        guard let file = fdopen(descriptor, "w") else {
            let code = errno
            close(descriptor)
            throw .system(call: "fdopen", code: code)
        }
        self.file = file
        memory = curses_memory_file()
    }

    deinit {
        fclose(file)
        if memory >= 0 { close(memory) }
    }

    /// What `draw` made ncurses send. Where the system has no files in memory it has been sent already.
    func taken(by draw: () -> Void) -> [UInt8] {
        guard memory >= 0, dup2(memory, descriptor) >= 0 else {
            draw()
            return []
        }
        draw()
        dup2(STDOUT_FILENO, descriptor)
        return contents()
    }

    private func contents() -> [UInt8] {
        let length = Int(lseek(memory, 0, SEEK_CUR))
        guard length > 0 else { return [] }
        let bytes = [UInt8](unsafeUninitializedCapacity: length) { room, count in
            count = max(0, pread(memory, room.baseAddress, length, 0))
        }
        lseek(memory, 0, SEEK_SET)
        ftruncate(memory, 0)
        return bytes
    }
}
