import Casework
import Foundation

/// Which capabilities the samples of a group's members ask for, against all other samples.
///
/// A capability is *sought* where it is found in at least three samples of two members, its odds are at least three
/// times those in the samples of the rest, and the binomial surprise at so many is at least 8 bits: 6 for the up to 64
/// ids looked at, 2 beyond. At most eight samples of one account count towards the surprise, since an account's
/// samples resemble each other. Without twenty samples of others nothing is called sought. A figure describes what is
/// asked for and accuses nobody: a single query proves nothing, and pupils ask for steps too.
struct CapabilityFigures: Sendable, Equatable {
    static let leastSamples = 3
    static let leastMembers = 2
    static let leastOddsRatio = 3.0
    static let leastSurpriseBits = 8.0
    static let mostOfAccount = 8

    struct Sought: Sendable, Equatable {
        var id: String
        /// Share of the members' samples in which it is found.
        var share: Double
        var background: Double
    }

    /// Samples of the members, and members with any.
    var samples = 0
    var sampledMembers = 0
    /// By id.
    var sought: [Sought] = []
    /// Samples with any capability that extraction asks for: share here and among the rest, bits of surprise.
    var extractionShare = 0.0
    var extractionBackground = 0.0
    var extractionBits = 0.0
    /// Members with such a sample.
    var extractionMembers = 0

    init() {}

    /// O(samples of members).
    init(_ members: [Int32], _ columns: SampleColumns, _ background: CapabilityBackground) {
        guard columns.offsets.count > 1 else { return }
        let count = background.names.count
        var found = [Tally](repeating: Tally(), count: count)
        var extraction = Tally()
        var trials = 0
        for account in members {
            let row = columns.offsets[Int(account)]..<columns.offsets[Int(account) + 1]
            guard !row.isEmpty else { continue }
            samples += row.count
            sampledMembers += 1
            trials += min(row.count, Self.mostOfAccount)
            for place in row {
                let bits = columns.capabilities[place]
                CapabilityBackground.forEach(bits, below: count) { found[$0].add(account) }
                if bits & background.extractionMask != 0 { extraction.add(account) }
            }
        }
        guard samples > 0 else { return }
        for (place, tally) in found.enumerated() {
            guard let usual = share(of: background.found[place], tally, background),
                isSought(tally, usual, trials: trials)
            else { continue }
            let share = Double(tally.samples) / Double(samples)
            sought.append(Sought(id: background.names[place], share: share, background: usual))
        }
        readExtraction(extraction, trials: trials, background)
    }

    /// Samples in which something is found, by members in ascending order.
    private struct Tally {
        var samples = 0
        var members = 0
        /// No more of one account than count towards surprise.
        var capped = 0
        private var last: Int32 = -1
        private var ofLast = 0

        mutating func add(_ account: Int32) {
            if account != last { (last, ofLast, members) = (account, 0, members + 1) }
            samples += 1
            ofLast += 1
            if ofLast <= CapabilityFigures.mostOfAccount { capped += 1 }
        }
    }

    private func share(of all: Double, _ tally: Tally, _ background: CapabilityBackground) -> Double? {
        background.share(of: all, less: Double(tally.samples), group: Double(samples))
    }

    private func surprise(_ tally: Tally, _ usual: Double, trials: Int) -> Double {
        binomialSurpriseBits(hits: Double(tally.capped), trials: Double(trials), chance: min(0.99, usual))
    }

    private func isSought(_ tally: Tally, _ usual: Double, trials: Int) -> Bool {
        guard tally.samples >= Self.leastSamples, tally.members >= Self.leastMembers else { return false }
        let odds = (Double(tally.samples) + 0.5) / (Double(samples - tally.samples) + 0.5)
        let isCommoner = odds >= Self.leastOddsRatio * usual / max(1e-9, 1 - usual)
        return isCommoner && surprise(tally, usual, trials: trials) >= Self.leastSurpriseBits
    }

    private mutating func readExtraction(_ tally: Tally, trials: Int, _ background: CapabilityBackground) {
        guard let usual = share(of: background.extraction, tally, background) else { return }
        extractionShare = Double(tally.samples) / Double(samples)
        extractionBackground = usual
        extractionMembers = tally.members
        extractionBits = surprise(tally, usual, trials: trials)
    }
}
