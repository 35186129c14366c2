import Glibc

/// Memory for records that are visited out of order: in large pages where the system has them, since otherwise
/// every visit misses the table of pages as well. Only what is written to is really taken.
enum RecordMemory {
    /// - Precondition: `bytes` is above 0.
    static func allocate(bytes: Int) -> UnsafeMutableRawPointer {
        let whole = (bytes + largePage - 1) & ~(largePage - 1)
        let memory = UnsafeMutableRawPointer.allocate(byteCount: whole, alignment: largePage)
        // A wish only: without it everything works, more slowly. Small runs stay in small pages.
        if bytes >= largePage * 4 { madvise(memory, whole, MADV_HUGEPAGE) }
        return memory
    }

    private static let largePage = 2 << 20
}
