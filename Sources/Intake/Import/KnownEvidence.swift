public import Casework

/// What a case already holds, as far as an import has to know to judge new rows.
///
/// A `DiscardingSink` over it answers a `--dry-run` as the case itself would, and changes nothing.
public protocol KnownEvidence: AnyObject {
    func hasSource(ofSize size: Int) throws -> Bool
    func hasSource(sha256: String) throws -> Bool
    /// For each id the content of its accounts row; nil for none, placeholders included.
    func accountContents(_ ids: [AccountID]) throws -> [ContentHash?]
    func holdsExchangeIDs(_ hashes: [ContentHash]) throws -> [Bool]
    func holdsSampleIDs(_ ids: [ExactText]) throws -> [Bool]
    func holdsRanges(_ ranges: [AddressRange]) throws -> [Bool]
}
