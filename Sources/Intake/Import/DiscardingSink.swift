public import Casework

/// A sink that judges claims and stores nothing: for `--dry-run` and for tests.
///
/// Keeps what was claimed in memory: about 32 bytes per exchange_id, and the ids of accounts and samples.
public final class DiscardingSink: EvidenceSink {
    private let known: (any KnownEvidence)?
    private var accounts: ByteDictionary
    /// By the account's number; nil where the row that claimed it was given back.
    private var contents: [ContentHash?] = []
    private var exchangeIDs: Set<ContentHash> = []
    private var sampleIDs: Set<ExactText> = []
    private var ranges: Set<AddressRange> = []
    private var sizes: Set<Int> = []
    private var digests: Set<String> = []

    /// What the file at hand claimed, to be given back if it is abandoned.
    private var fileSize = 0
    private var newAccounts: [Int] = []
    private var newExchangeIDs: [ContentHash] = []
    private var newSampleIDs: [ExactText] = []
    private var newRanges: [AddressRange] = []

    /// - Parameters:
    ///   - known: the case that the evidence would come into; nil for none.
    ///   - hashSeed: keeps hostile ids from slowing it down; it changes no answer.
    public init(over known: (any KnownEvidence)? = nil, hashSeed: UInt64 = .random(in: .min ... .max)) {
        self.known = known
        accounts = ByteDictionary(seed: hashSeed)
    }

    public func hasSource(ofSize size: Int) throws -> Bool {
        if sizes.contains(size) { return true }
        return try known?.hasSource(ofSize: size) ?? false
    }

    public func hasSource(sha256: String) throws -> Bool {
        if digests.contains(sha256) { return true }
        return try known?.hasSource(sha256: sha256) ?? false
    }

    public func begin(_ file: FileFacts) throws {
        fileSize = file.size
        forgetFile()
    }

    public func claimAccounts(_ ids: [(id: AccountID, content: ContentHash)]) throws -> [Claim] {
        let stored = try known?.accountContents(ids.map(\.id))
        return ids.enumerated().map { index, entry in
            let number = number(of: entry.id)
            if let content = contents[number] ?? stored?[index] {
                return content == entry.content ? .equal : .taken
            }
            contents[number] = entry.content
            newAccounts.append(number)
            return .granted
        }
    }

    private func number(of account: AccountID) -> Int {
        var text = account.string
        return text.withUTF8 { bytes in
            if let known = accounts.find(bytes) { return Int(known) }
            contents.append(nil)
            return Int(accounts.insert(bytes))
        }
    }

    public func claimExchangeIDs(_ hashes: [ContentHash]) throws -> [Claim] {
        let stored = try known?.holdsExchangeIDs(hashes)
        return hashes.enumerated().map { index, hash in
            guard stored?[index] != true, exchangeIDs.insert(hash).inserted else { return .taken }
            newExchangeIDs.append(hash)
            return .granted
        }
    }

    public func claimSampleIDs(_ ids: [ExactText]) throws -> [Claim] {
        let stored = try known?.holdsSampleIDs(ids)
        return ids.enumerated().map { index, id in
            guard stored?[index] != true, sampleIDs.insert(id).inserted else { return .taken }
            newSampleIDs.append(id)
            return .granted
        }
    }

    public func claimRanges(_ ranges: [AddressRange]) throws -> [Claim] {
        let stored = try known?.holdsRanges(ranges)
        return ranges.enumerated().map { index, range in
            guard self.ranges.insert(range).inserted else { return .taken }
            newRanges.append(range)
            return stored?[index] == true ? .taken : .granted
        }
    }

    public func append(_ batch: EvidenceBatch, rejects: [Reject], faults: [Fault]) throws {}

    public func finish(sha256: String, outcome: FileOutcome) throws {
        sizes.insert(fileSize)
        digests.insert(sha256)
        forgetFile()
    }

    public func abandon(_ outcome: FileOutcome) throws {
        for number in newAccounts { contents[number] = nil }
        exchangeIDs.subtract(newExchangeIDs)
        sampleIDs.subtract(newSampleIDs)
        ranges.subtract(newRanges)
        forgetFile()
    }

    private func forgetFile() {
        newAccounts = []
        newExchangeIDs = []
        newSampleIDs = []
        newRanges = []
    }
}
