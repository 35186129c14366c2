/// The part of a stream that lies in memory: bytes from the first one still needed to the last one read.
///
/// `padding` bytes after the end may be read (never used) by code that loads words.
struct ByteWindow: ~Copyable {
    static let padding = 16

    private var storage: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private let chunkBytes: Int
    /// Index of the first byte that is still needed.
    private(set) var start = 0
    /// Index after the last byte read.
    private(set) var end = 0
    /// Where `storage[0]` stands in the stream.
    private(set) var baseOffset = 0
    /// True once the source has ended: `end` is the end of the stream.
    private(set) var isComplete = false

    init(chunkBytes: Int) {
        self.chunkBytes = max(1, chunkBytes)
        capacity = self.chunkBytes * 2
        storage = .allocate(capacity: capacity + ByteWindow.padding)
        storage.initialize(repeating: 0, count: capacity + ByteWindow.padding)
    }

    deinit { storage.deallocate() }

    /// Bytes `0..<end` are there; good until the next `refill`.
    var bytes: UnsafePointer<UInt8> { UnsafePointer(storage) }

    var count: Int { end - start }

    /// Says that bytes before `index` are not needed any more.
    mutating func drop(to index: Int) { start = min(max(start, index), end) }

    /// Moves what is needed to the front and reads on: as much again as is kept, at least a chunk, unless
    /// the stream ends. Indexes change by what `start` changes. Linear over the whole stream, however long
    /// the rows are.
    mutating func refill(from source: any ByteSource) throws {
        guard !isComplete else { return }
        let kept = count
        let wanted = max(chunkBytes, kept)
        makeRoom(for: kept + wanted)
        baseOffset += start
        start = 0
        end = kept
        while end < kept + wanted {
            let room = UnsafeMutableRawBufferPointer(start: storage + end, count: kept + wanted - end)
            let count = try source.read(into: room)
            if count == 0 {
                isComplete = true
                return
            }
            end += count
        }
    }

    private mutating func makeRoom(for needed: Int) {
        let kept = count
        if needed <= capacity {
            if start > 0 { storage.update(from: storage + start, count: kept) }
            return
        }
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: needed + ByteWindow.padding)
        larger.initialize(repeating: 0, count: needed + ByteWindow.padding)
        larger.update(from: storage + start, count: kept)
        storage.deallocate()
        storage = larger
        capacity = needed
    }
}
