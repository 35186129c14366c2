import Casework

/// What an import knows of the case without asking it: ids, values, addresses and claims by their numbers.
///
/// Each part is read from the case when it is first needed, and kept up to date from then on. Belongs to the
/// importing thread.
final class ImportState {
    private let reader: Connection
    /// Complete sources when the import began; what later sources added is already in memory.
    private let horizon: Int
    private var loadedAccounts: ByteIndex?
    private var loadedValues: ValueIndex?
    private var loadedAddresses: WideIndex?
    private var loadedContents: AccountContents?
    private var loadedClaims: WideIndex?
    private var loadedSampleIDs: Set<ExactText>?
    private var loadedRanges: Set<AddressRange>?

    init(_ reader: Connection, horizon: Int) {
        self.reader = reader
        self.horizon = horizon
    }

    func accounts() throws -> ByteIndex {
        if let loadedAccounts { return loadedAccounts }
        let index = ByteIndex()
        try load("SELECT account_id FROM account_identity WHERE source <= ? ORDER BY number") {
            _ = index.insert($0.bytes(0))
        }
        loadedAccounts = index
        return index
    }

    func values() throws -> ValueIndex {
        if let loadedValues { return loadedValues }
        let index = ValueIndex()
        try load("SELECT kind, value FROM value WHERE source <= ? ORDER BY number") {
            _ = index.insert(index.kind($0.text(0)), $0.bytes(1))
        }
        loadedValues = index
        return index
    }

    func addresses() throws -> WideIndex {
        if let loadedAddresses { return loadedAddresses }
        let index = WideIndex()
        try load("SELECT address FROM address WHERE source <= ? ORDER BY number") {
            let address = IPAddress(stored: $0.bytes(0))
            _ = index.insert(WideIndex.Key(high: address.high, low: address.low))
        }
        loadedAddresses = index
        return index
    }

    func contents() throws -> AccountContents {
        if let loadedContents { return loadedContents }
        let contents = AccountContents()
        try load("SELECT account, content FROM account_record WHERE source <= ?") {
            let content = IPAddress(stored: $0.bytes(1))
            contents.set(
                UInt32(truncatingIfNeeded: $0.int(0)), ContentHash(high: content.high, low: content.low))
        }
        contents.commit()
        loadedContents = contents
        return contents
    }

    func exchangeClaims() throws -> WideIndex {
        if let loadedClaims { return loadedClaims }
        let index = WideIndex()
        try load("SELECT hashes FROM exchange_claim WHERE source <= ? ORDER BY source, part") {
            let bytes = $0.bytes(0)
            for start in stride(from: 0, to: bytes.count - 15, by: 16) {
                let hash = IPAddress(stored: UnsafeBufferPointer(rebasing: bytes[start..<start + 16]))
                _ = index.insert(WideIndex.Key(high: hash.high, low: hash.low))
            }
        }
        loadedClaims = index
        return index
    }

    func hasSampleID(_ id: ExactText) throws -> Bool { try sampleIDs().contains(id) }

    func insert(sampleID: ExactText) { loadedSampleIDs?.insert(sampleID) }

    func hasRange(_ range: AddressRange) throws -> Bool { try ranges().contains(range) }

    func insert(range: AddressRange) { loadedRanges?.insert(range) }

    private func sampleIDs() throws -> Set<ExactText> {
        if let loadedSampleIDs { return loadedSampleIDs }
        var ids: Set<ExactText> = []
        try load("SELECT sample_id FROM sample WHERE source <= ? AND sample_id IS NOT NULL") {
            ids.insert(ExactText($0.text(0)))
        }
        loadedSampleIDs = ids
        return ids
    }

    private func ranges() throws -> Set<AddressRange> {
        if let loadedRanges { return loadedRanges }
        var ranges: Set<AddressRange> = []
        try load("SELECT address, prefix FROM ip_range WHERE source <= ?") {
            let prefix = UInt8(truncatingIfNeeded: $0.int(1))
            ranges.insert(AddressRange(masking: IPAddress(stored: $0.bytes(0)), prefix: prefix))
        }
        loadedRanges = ranges
        return ranges
    }

    private func load(_ sql: String, _ body: (Statement) -> Void) throws {
        try reader.read { try $0.each(sql, [.integer(horizon)], body) }
    }

    // MARK: - What stood when the file in hand began

    /// Counts to which an abandoned file's additions are taken back.
    struct Mark {
        var accounts: Int
        var values: Int
        var addresses: Int
        var claims: Int
    }

    func mark() -> Mark {
        Mark(
            accounts: loadedAccounts?.count ?? 0, values: loadedValues?.count ?? 0,
            addresses: loadedAddresses?.count ?? 0, claims: loadedClaims?.count ?? 0)
    }

    /// Keeps what the file in hand added.
    func commit() { loadedContents?.commit() }

    /// Takes back what a file added since `mark`. A part that was read after the mark is read again when needed.
    func takeBack(to mark: Mark, sampleIDs: [ExactText], ranges: [AddressRange]) {
        if mark.accounts > 0 { loadedAccounts?.truncate(to: mark.accounts) } else { loadedAccounts = nil }
        if mark.values > 0 { loadedValues?.truncate(to: mark.values) } else { loadedValues = nil }
        if mark.addresses > 0 { loadedAddresses?.truncate(to: mark.addresses) } else { loadedAddresses = nil }
        if mark.claims > 0 { loadedClaims?.truncate(to: mark.claims) } else { loadedClaims = nil }
        loadedContents?.takeBack()
        for id in sampleIDs { loadedSampleIDs?.remove(id) }
        for range in ranges { loadedRanges?.remove(range) }
    }
}

/// The content hashes of the accounts that an accounts row describes, by account number.
final class AccountContents {
    private var contents: [ContentHash?] = []
    private var added: [UInt32] = []

    func content(of account: UInt32) -> ContentHash? {
        Int(account) < contents.count ? contents[Int(account)] : nil
    }

    func set(_ account: UInt32, _ content: ContentHash) {
        while contents.count <= Int(account) { contents.append(nil) }
        contents[Int(account)] = content
        added.append(account)
    }

    func commit() { added.removeAll(keepingCapacity: true) }

    func takeBack() {
        for account in added { contents[Int(account)] = nil }
        added.removeAll()
    }
}

extension IPAddress {
    /// Reads the sixteen bytes that `stored` writes; fewer read as zeros.
    init(stored bytes: UnsafeBufferPointer<UInt8>) {
        var words: (UInt64, UInt64) = (0, 0)
        for (place, byte) in bytes.prefix(16).enumerated() {
            if place < 8 {
                words.0 = words.0 << 8 | UInt64(byte)
            } else {
                words.1 = words.1 << 8 | UInt64(byte)
            }
        }
        self.init(high: words.0, low: words.1)
    }

    /// Sixteen bytes, the most significant first, so that they sort as addresses do.
    var stored: [UInt8] { sixteenBytes(high, low) }
}

func sixteenBytes(_ high: UInt64, _ low: UInt64) -> [UInt8] {
    withUnsafeBytes(of: high.bigEndian, Array.init) + withUnsafeBytes(of: low.bigEndian, Array.init)
}
