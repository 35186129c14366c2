/// Memory for the values that are made for one row. What was given out does not move until the next row.
final class ValueMemory {
    private static let blockBytes = 64 << 10
    private static let padding = 16

    private var blocks: [UnsafeMutablePointer<UInt8>]
    private var sizes: [Int]
    /// The block that is being filled, and how far.
    private var block = 0
    private var used = 0
    private var total = 0
    /// True once a row wanted more than a row may have.
    private(set) var isExhausted = false

    init() {
        let first = ValueMemory.block(ValueMemory.blockBytes)
        blocks = [first]
        sizes = [ValueMemory.blockBytes]
        nothing = Field(start: first, count: 0, shape: .absent)
    }

    deinit { for block in blocks { block.deallocate() } }

    private static func block(_ bytes: Int) -> UnsafeMutablePointer<UInt8> {
        let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes + padding)
        memory.initialize(repeating: 0, count: bytes + padding)
        return memory
    }

    /// Forgets all values. Blocks that a giant row took are given back.
    func begin() {
        isExhausted = false
        if block > 0 {
            for extra in blocks.dropFirst() { extra.deallocate() }
            blocks.removeLast(blocks.count - 1)
            sizes.removeLast(sizes.count - 1)
        }
        block = 0
        used = 0
        total = 0
    }

    /// Room for that many bytes, nil where the row has had its share.
    func room(_ count: Int) -> UnsafeMutablePointer<UInt8>? {
        total += count
        guard total <= MapLimits.rowBytes else {
            isExhausted = true
            return nil
        }
        if used + count > sizes[block] {
            let size = max(count, ValueMemory.blockBytes)
            blocks.append(ValueMemory.block(size))
            sizes.append(size)
            block = blocks.count - 1
            used = 0
        }
        used += count
        return blocks[block] + (used - count)
    }

    /// A text made of pieces, one after the other; nothing where there is no room.
    func text(_ pieces: UnsafeBufferPointer<UInt8>...) -> Field { text(pieces, separator: []) }

    func text(_ pieces: [UnsafeBufferPointer<UInt8>], separator: [UInt8]) -> Field {
        let count = pieces.reduce(0) { $0 + $1.count } + max(0, pieces.count - 1) * separator.count
        guard let start = room(count) else { return nothing }
        var at = start
        for (index, piece) in pieces.enumerated() {
            if index > 0, !separator.isEmpty {
                at.update(from: separator, count: separator.count)
                at += separator.count
            }
            guard let base = piece.baseAddress, piece.count > 0 else { continue }
            at.update(from: base, count: piece.count)
            at += piece.count
        }
        return Field(start: start, count: count, shape: .text)
    }

    func text(_ bytes: [UInt8]) -> Field { bytes.withUnsafeBufferPointer { text($0) } }

    /// A string's text; anything else as it is.
    func unescaped(_ piece: JSONPiece) -> Field {
        let plain = Field(start: piece.start, count: piece.count, shape: piece.shape)
        guard piece.shape == .text, piece.bytes.contains(Byte.backslash), let start = room(piece.count) else {
            return plain
        }
        var field = Field(start: start, count: 0, shape: .text)
        var at = 0
        while at < piece.count {
            guard piece.start[at] == Byte.backslash else {
                start[field.count] = piece.start[at]
                field.count += 1
                at += 1
                continue
            }
            at += 1
            guard let code = JSONEscape.read(piece.start, &at, to: piece.count) else { return field }
            if code == JSONEscape.loneSurrogate { field.hasLoneSurrogate = true }
            guard let encoded = UTF8.encode(Unicode.Scalar(code) ?? "\u{FFFD}") else { continue }
            for byte in encoded {
                start[field.count] = byte
                field.count += 1
            }
        }
        return field
    }

    /// No value.
    let nothing: Field
}
