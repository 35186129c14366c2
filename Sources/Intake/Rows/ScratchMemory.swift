/// Memory for values that have to be unescaped; it is used anew for every row.
///
/// Space for a whole row is seen to before the row's first value is written, and unescaping never makes a
/// value longer, so that no value moves while the row is looked at.
final class ScratchMemory {
    private var storage: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private(set) var used = 0

    init() {
        capacity = 4096
        storage = .allocate(capacity: capacity)
        storage.initialize(repeating: 0, count: capacity)
    }

    deinit { storage.deallocate() }

    /// Forgets all values and sees to it that `bytes` bytes fit. What a giant row took is given back.
    func begin(room bytes: Int) {
        used = 0
        guard bytes > capacity || (capacity > Limits.quotedBytes && bytes < Limits.quotedBytes) else {
            return
        }
        storage.deallocate()
        capacity = max(4096, bytes)
        storage = .allocate(capacity: capacity)
        storage.initialize(repeating: 0, count: capacity)
    }

    /// Where the next value begins.
    var next: UnsafePointer<UInt8> { UnsafePointer(storage + used) }

    @inline(__always)
    func append(_ byte: UInt8) {
        precondition(used < capacity, "an unescaped value is longer than its row")
        storage[used] = byte
        used &+= 1
    }

    func append(_ bytes: UnsafePointer<UInt8>, count: Int) {
        precondition(count >= 0 && count <= capacity - used, "an unescaped value is longer than its row")
        (storage + used).update(from: bytes, count: count)
        used += count
    }
}

/// The fields of the row at hand, or of a few.
final class FieldMemory {
    let fields: UnsafeMutablePointer<Field>
    private let nothing: UnsafeMutablePointer<UInt8>
    private let capacity: Int

    init(capacity: Int = Limits.columns) {
        self.capacity = capacity
        nothing = .allocate(capacity: ByteWindow.padding)
        nothing.initialize(repeating: 0, count: ByteWindow.padding)
        fields = .allocate(capacity: capacity)
        fields.initialize(repeating: Field(start: nothing, count: 0, shape: .absent), count: capacity)
    }

    deinit {
        fields.deallocate()
        nothing.deallocate()
    }

    /// Empties the first `count` fields.
    func clear(_ count: Int) {
        for index in 0..<min(count, capacity) { clearField(index) }
    }

    func clearField(_ index: Int) {
        precondition(index < capacity, "a column beyond the last")
        fields[index] = Field(start: nothing, count: 0, shape: .absent)
    }
}
