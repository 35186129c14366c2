public import Casework

/// Many texts one after the other in one stretch of bytes, each with its key.
///
/// Bytes are taken as they come: they need not be UTF-8.
public struct TextColumn: Sendable {
    public private(set) var keys: [SampleKey] = []
    /// All texts, without anything between them.
    public private(set) var bytes: [UInt8] = []
    /// Where each text ends in `bytes`; ascending.
    public private(set) var ends: [Int] = []

    public init() {}

    public var count: Int { keys.count }

    public mutating func reserve(texts: Int, bytes byteCount: Int) {
        keys.reserveCapacity(texts)
        ends.reserveCapacity(texts)
        bytes.reserveCapacity(byteCount)
    }

    public mutating func append(_ key: SampleKey, _ text: UnsafeBufferPointer<UInt8>) {
        bytes.append(contentsOf: text)
        close(key)
    }

    public mutating func append(_ key: SampleKey, _ text: [UInt8]) {
        bytes.append(contentsOf: text)
        close(key)
    }

    public mutating func append(_ key: SampleKey, _ text: String) {
        bytes.append(contentsOf: text.utf8)
        close(key)
    }

    /// Where text `index` lies in `bytes`.
    public func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

    private mutating func close(_ key: SampleKey) {
        keys.append(key)
        ends.append(bytes.count)
    }
}
