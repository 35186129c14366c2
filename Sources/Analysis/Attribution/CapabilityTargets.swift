import Casework
import Foundation

/// Whether what a campaign asks for is what a profile's lab is said to be after.
///
/// Signal: capabilities sought (see `CapabilityFigures`) that are among the profile's targets. Why: a lab extracts
/// what it wants to train. Innocent: every lab wants coding and reasoning. Not forgeable cheaply, since asking for
/// something else is extracting something else; but targets never name an actor alone, so they count at most 1.5 bits,
/// as one item whatever their number, and no decision rests on them (`Attributor.decide` passes them over).
///
/// Bits: log2 of (h + t) / (n + 1) / t for h of the n capabilities sought among the targets, which are the share t of
/// all ids: a profile that targets everything gains nothing.
enum CapabilityTargets {
    static let name = "targets"
    static let mostBits = 1.5
    /// Ids of the evidence format; more where rules add some.
    static let leastIDs = 12

    /// The ids in both, and the bits; nil where the profile has no targets or none of them is sought.
    static func match(
        _ targets: [String], sought: [String], known: Int
    ) -> (ids: [String], bits: Double)? {
        let wanted = Set(targets)
        let ids = sought.filter(wanted.contains).sorted()
        guard !ids.isEmpty else { return nil }
        let luck = min(1, Double(wanted.count) / Double(max(known, leastIDs)))
        let ratio = (Double(ids.count) + luck) / (Double(sought.count) + 1) / luck
        return (ids, min(mostBits, max(0, log2(ratio))))
    }
}
