import Casework

/// Whether metadata of a lab's people looks like slips or like a stamp.
///
/// Signal: people who test by hand leave their own handles now and then: several different values, in a minority of
/// the accounts. Why it matters: metadata is forgeable, and a false flag has to be seen to work, so one value on most
/// accounts is how it would look. Innocent: handles that many people use. Weight: set by hand; no false flag has been
/// published to learn from.
enum MetadataSlips {
    static let mostBits = 5.0
    static let unlikeForgeryBits = 3.0
    static let leastValues = 2
    static let leastAccounts = 3
    static let mostShare = 0.6

    static func areSlips(_ item: AttributionFinding.Item, values: Int, size: Int) -> Bool {
        item.indicator == "metadata" && values >= leastValues && item.accounts >= leastAccounts
            && Double(item.accounts) / Double(max(1, size)) <= mostShare
    }
}
