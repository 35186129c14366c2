/// Turns the bytes a terminal sends into events, however they are cut into reads.
///
/// Pure: it has no clock. After `patienceMilliseconds` without further bytes the owner calls `expire()`,
/// which decides that a lone Esc was the key. Unknown sequences are dropped whole, never typed.
/// Complexity: O(1) per byte; memory is bounded by `PasteBuffer.byteLimit`.
public struct KeyDecoder: Sendable {
    /// Longest escape sequence in bytes; longer ones are no keys.
    static let sequenceLimit = 64

    private var pending: [UInt8] = []
    private var paste: PasteBuffer?
    private var answers = 0

    public init() {}

    /// How often since the last call the terminal has answered a question for its status.
    public mutating func takeAnswers() -> Int {
        defer { answers = 0 }
        return answers
    }

    /// How long to wait for more bytes before `expire()`; nil when nothing is pending.
    ///
    /// 9 ms for a sequence: Esc is painted within a frame of 16 ms, and terminals send a key's bytes in one piece,
    /// which even 1,200 baud keep 8.3 ms apart. A second for a paste whose end got lost.
    public var patienceMilliseconds: Int? {
        if paste != nil { return 1000 }
        return pending.isEmpty ? nil : 9
    }

    /// Takes bytes and returns the events they complete, in order.
    public mutating func feed(_ bytes: some Sequence<UInt8>) -> [TerminalEvent] {
        var events: [TerminalEvent] = []
        for byte in bytes {
            if paste != nil {
                if let text = paste?.take(byte) {
                    paste = nil
                    events.append(.paste(text))
                }
                continue
            }
            pending.append(byte)
            drain(&events)
        }
        return events
    }

    /// Decides what pending bytes mean when no more came.
    public mutating func expire() -> [TerminalEvent] {
        defer {
            pending = []
            paste = nil
        }
        if let paste { return [.paste(paste.text)] }
        guard pending.first == 0x1B else { return [] }
        if pending.count == 1 { return [.key(.escape)] }
        guard pending.count == 2 else { return [] }
        return [.key(.alt(Character(Unicode.Scalar(pending[1]))))]
    }

    private mutating func drain(_ events: inout [TerminalEvent]) {
        while !pending.isEmpty {
            switch KeySequence.read(pending) {
            case .incomplete:
                guard pending.count >= Self.sequenceLimit else { return }
                pending = []
            case .pasteStart:
                pending = []
                paste = PasteBuffer()
            case .answer(let count):
                pending.removeFirst(count)
                answers += 1
            case .done(let count, let event):
                pending.removeFirst(count)
                if let event { events.append(event) }
            }
        }
    }
}

/// The text between the marks of a bracketed paste.
struct PasteBuffer: Sendable {
    /// Longest paste kept, in bytes: more than any filter, id list or query; the rest is dropped.
    static let byteLimit = 1 << 20

    /// `ESC [ 2 0 1 ~` as one number.
    private static let endMark: UInt64 = 0x1B_5B32_3031_7E
    private static let endMarkLength = 6

    private var bytes: [UInt8] = []
    private var count = 0
    private var lastSix: UInt64 = 0

    /// What has come so far; invalid UTF-8 is replaced.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Takes a byte; the text when it was the last of the end mark.
    mutating func take(_ byte: UInt8) -> String? {
        count += 1
        if bytes.count < Self.byteLimit { bytes.append(byte) }
        lastSix = (lastSix << 8 | UInt64(byte)) & 0xFFFF_FFFF_FFFF
        guard lastSix == Self.endMark else { return nil }
        return String(decoding: bytes.prefix(count - Self.endMarkLength), as: UTF8.self)
    }
}
