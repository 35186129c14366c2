public import Casework

/// What a case already holds, for judging evidence without taking it in (`import --dry-run`).
///
/// Each part is read when it is first asked for and kept in memory. Belongs to one thread.
public final class CaseKnowledge {
    private let state: ImportState
    private let sources: KnownSources

    public init(_ reader: CaseReader) throws {
        sources = try reader.connection.read(KnownSources.init)
        state = ImportState(reader.connection, horizon: sources.count)
    }

    public func hasSource(ofSize size: Int) throws -> Bool { sources.sizes.contains(size) }

    public func hasSource(sha256: String) throws -> Bool { sources.hashes.contains(sha256) }

    /// For each id the content of its accounts row; nil for none, placeholders included.
    public func accountContents(_ ids: [AccountID]) throws -> [ContentHash?] {
        let accounts = try state.accounts()
        let contents = try state.contents()
        return ids.map { id in
            var text = id.string
            let number = text.withUTF8 { accounts.find($0) }
            return number == 0 ? nil : contents.content(of: number)
        }
    }

    public func holdsExchangeIDs(_ hashes: [ContentHash]) throws -> [Bool] {
        let claims = try state.exchangeClaims()
        return hashes.map { claims.find(WideIndex.Key(high: $0.high, low: $0.low)) != 0 }
    }

    public func holdsSampleIDs(_ ids: [ExactText]) throws -> [Bool] { try ids.map(state.hasSampleID) }

    public func holdsRanges(_ ranges: [AddressRange]) throws -> [Bool] { try ranges.map(state.hasRange) }
}
