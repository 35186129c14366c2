public import Casework

/// A sink that judges claims and stores nothing: for `--dry-run` and for tests.
///
/// Keeps what was claimed in memory: about 32 bytes per exchange_id, and the ids of accounts and samples.
public final class DiscardingSink: EvidenceSink {
    private let known: (any KnownEvidence)?
    private var accounts: [AccountID: ContentHash] = [:]
    private var exchangeIDs: Set<ContentHash> = []
    private var sampleIDs: Set<ExactText> = []
    private var ranges: Set<AddressRange> = []
    private var sizes: Set<Int> = []
    private var digests: Set<String> = []

    /// What the file at hand claimed, to be given back if it is abandoned.
    private var fileSize = 0
    private var newAccounts: [AccountID] = []
    private var newExchangeIDs: [ContentHash] = []
    private var newSampleIDs: [ExactText] = []
    private var newRanges: [AddressRange] = []

    /// - Parameter known: the case that the evidence would come into; nil for none.
    public init(over known: (any KnownEvidence)? = nil) { self.known = known }

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
            if let content = accounts[entry.id] ?? stored?[index] {
                return content == entry.content ? .equal : .taken
            }
            accounts[entry.id] = entry.content
            newAccounts.append(entry.id)
            return .granted
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
        for id in newAccounts { accounts[id] = nil }
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
