/// Distinct byte strings of one column of one file, numbered from 0 in the order of first mention.
///
/// It only grows; the numbers stay. Held in one arena: entry n is `bytes[ends[n-1]..<ends[n]]`.
public struct TextDictionary: Sendable {
    public var bytes: [UInt8] = []
    public var ends: [Int] = []

    public init() {}

    public var count: Int { ends.count }

    /// The bytes of entry `index`.
    public func range(of index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }
}

/// One coded column of an exchange batch.
public struct CodedColumn: Sendable {
    /// What the column is: `client`, `model`, `surface`, `prompt_key`, `attr:KIND`, or `x:NAME` for a
    /// column the format does not name (kept, but no artifact).
    public var name: String
    /// Per row: 0 for no value, else 1 + the entry's number in the dictionary of this name.
    public var codes: [UInt32]
    /// The entries that are new since the last batch of this file; they follow those of earlier batches.
    public var added: TextDictionary

    public init(name: String) {
        self.name = name
        codes = []
        added = TextDictionary()
    }
}

/// Texts of which nearly every row has another (exchange_id, sample_id): one arena, one end per row.
public struct PlainColumn: Sendable {
    public var name: String
    /// Row n is `bytes[ends[n-1]..<ends[n]]`; empty is no value.
    public var bytes: [UInt8] = []
    public var ends: [Int] = []

    public init(name: String) { self.name = name }
}

/// Up to some hundred thousand accepted exchanges of one file, as columns, in file order.
///
/// Dictionaries belong to the file: codes of a later batch may refer to entries added by an earlier one.
public struct ExchangeBatch: Sendable {
    public var count = 0
    /// Number of the account in the file's account dictionary, from 0.
    public var account: [UInt32] = []
    public var addedAccounts = TextDictionary()
    /// UTC milliseconds, `clock_offset_seconds` added.
    public var at: [Int64] = []
    /// 0 for no address, else 1 + number in the file's address dictionary.
    public var address: [UInt32] = []
    public var addedAddresses: [IPAddress] = []
    /// -1 for no value.
    public var inputTokens: [Int64] = []
    public var outputTokens: [Int64] = []
    public var line: [Int] = []
    public var offset: [Int] = []
    /// Same columns in the same order in every batch of a file.
    public var coded: [CodedColumn] = []
    public var plain: [PlainColumn] = []

    public init() {}
}
