import Foundation

/// Reads, hashes and unpacks a source on a second thread, a few chunks ahead of whoever uses them.
///
/// `@unchecked Sendable`: everything that both threads touch is touched under `condition`'s lock; the source
/// belongs to the reading thread until `close` has seen it end.
final class ReadAhead: ByteSource, @unchecked Sendable {
    private struct Chunk {
        var bytes: UnsafeMutableRawBufferPointer
        var count: Int
        var received: Int
    }

    /// Two to be worked on, two on the way: neither thread waits for a hiccup of the other.
    private static let chunks = 4

    private let source: any ByteSource
    private let condition = NSCondition()
    private var free: [UnsafeMutableRawBufferPointer]
    private var ready: [Chunk] = []
    private var failure: (any Error)?
    private var isEnded = false
    private var isClosing = false

    /// Only the using thread touches these.
    private var current: Chunk?
    private var used = 0
    private(set) var received = 0

    init(_ source: any ByteSource, chunkBytes: Int) {
        self.source = source
        free = (0..<ReadAhead.chunks).map { _ in .allocate(byteCount: max(1, chunkBytes), alignment: 64) }
        let thread = Thread { [self] in work() }
        thread.name = "read ahead"
        thread.start()
    }

    deinit {
        for buffer in free { buffer.deallocate() }
        for chunk in ready { chunk.bytes.deallocate() }
        current?.bytes.deallocate()
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        if current == nil { try takeChunk() }
        guard let chunk = current else { return 0 }
        let count = min(buffer.count, chunk.count - used)
        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: chunk.bytes[used..<used + count]))
        used += count
        if used == chunk.count { giveBack(chunk) }
        return count
    }

    /// Waits until the reading thread has ended; to be called before the source is used for anything else.
    func close() {
        condition.lock()
        isClosing = true
        condition.broadcast()
        while !isEnded { condition.wait() }
        condition.unlock()
    }

    private func takeChunk() throws {
        condition.lock()
        defer { condition.unlock() }
        while ready.isEmpty, !isEnded { condition.wait() }
        if !ready.isEmpty {
            let chunk = ready.removeFirst()
            current = chunk
            used = 0
            received = chunk.received
        } else if let failure {
            throw failure
        }
    }

    private func giveBack(_ chunk: Chunk) {
        condition.lock()
        free.append(chunk.bytes)
        condition.broadcast()
        condition.unlock()
        current = nil
    }

    // MARK: the reading thread

    private func work() {
        do {
            while let buffer = takeBuffer() {
                guard try put(buffer, read: { try source.read(into: buffer) }) else { break }
            }
            end(nil)
        } catch {
            end(error)
        }
    }

    private func takeBuffer() -> UnsafeMutableRawBufferPointer? {
        condition.lock()
        defer { condition.unlock() }
        while free.isEmpty, !isClosing { condition.wait() }
        return isClosing ? nil : free.popLast()
    }

    /// Reads into the buffer without the lock and hands it on, or back where nothing came; false at the end.
    private func put(_ buffer: UnsafeMutableRawBufferPointer, read: () throws -> Int) throws -> Bool {
        let outcome = Result { try read() }
        condition.lock()
        defer { condition.unlock() }
        let count = (try? outcome.get()) ?? 0
        if count > 0 {
            ready.append(Chunk(bytes: buffer, count: count, received: source.received))
        } else {
            free.append(buffer)
        }
        condition.broadcast()
        return try outcome.get() > 0
    }

    private func end(_ error: (any Error)?) {
        condition.lock()
        failure = error
        isEnded = true
        condition.broadcast()
        condition.unlock()
    }
}
