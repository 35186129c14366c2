/// An account's id exactly as the provider wrote it: case-sensitive, compared by bytes.
public struct AccountID: Hashable, Comparable, Sendable, CustomStringConvertible, Codable {
    public let text: ExactText

    public init(_ text: String) { self.text = ExactText(text) }

    public init(from decoder: any Decoder) throws { text = try ExactText(from: decoder) }

    public func encode(to encoder: any Encoder) throws { try text.encode(to: encoder) }

    public var string: String { text.string }
    public var description: String { text.string }

    public static func < (left: AccountID, right: AccountID) -> Bool { left.text < right.text }
}

/// The number of an account within one case, from 1 in the order of first mention.
///
/// It is dense, fits the hot paths, and never leaves the case: people see `AccountID`.
public struct AccountNumber: RawRepresentable, Hashable, Comparable, Sendable {
    public let rawValue: UInt32

    public init(rawValue: UInt32) { self.rawValue = rawValue }

    public static func < (left: AccountNumber, right: AccountNumber) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// The number of an imported file within one case, from 1 in the order of import.
public struct SourceNumber: RawRepresentable, Hashable, Comparable, Sendable, Codable {
    public let rawValue: Int

    public init(rawValue: Int) { self.rawValue = rawValue }

    public static func < (left: SourceNumber, right: SourceNumber) -> Bool { left.rawValue < right.rawValue }
}

/// Where a row stands in its file: physical line from 1 (the header of a CSV file is line 1) and
/// the offset in bytes of its first byte in the decompressed stream.
public struct RowPosition: Hashable, Comparable, Sendable {
    public var line: Int
    public var offset: Int

    public init(line: Int, offset: Int) {
        self.line = line
        self.offset = offset
    }

    public static func < (left: RowPosition, right: RowPosition) -> Bool {
        (left.line, left.offset) < (right.line, right.offset)
    }
}

/// One row of evidence: the file it came in and its line there.
public struct RowReference: Hashable, Comparable, Sendable, Codable {
    /// The number that `source:N` names.
    public var source: Int
    /// The file's path relative to the imported folder.
    public var file: String
    public var line: Int

    public init(source: Int, file: String, line: Int) {
        self.source = source
        self.file = file
        self.line = line
    }

    public static func < (left: RowReference, right: RowReference) -> Bool {
        (left.source, left.line) < (right.source, right.line)
    }
}
