/// Many texts end to end.
public struct TextColumn: Sendable {
    public private(set) var bytes: [UInt8] = []
    /// For each text the place in `bytes` behind its last byte.
    public private(set) var ends: [Int] = []

    public init() {}

    public init(_ texts: some Sequence<String>) {
        for text in texts { append(text.utf8) }
    }

    public var count: Int { ends.count }

    public mutating func reserve(texts: Int, bytes count: Int) {
        ends.reserveCapacity(texts)
        bytes.reserveCapacity(count)
    }

    public mutating func append(_ text: some Collection<UInt8>) {
        bytes.append(contentsOf: text)
        ends.append(bytes.count)
    }

    func range(_ text: Int) -> Range<Int> {
        (text == 0 ? 0 : ends[text - 1])..<ends[text]
    }
}
