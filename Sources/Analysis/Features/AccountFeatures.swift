import Casework
import Foundation

/// Figures of one account's behaviour, none of which grows with mere volume.
///
/// They describe; nobody is accused by them. Behaviour is judged on the pooled group (`GroupFigures`).
struct AccountFeatures: Sendable {
    /// Accounts with fewer exchanges have no behaviour to speak of.
    static let leastExchanges = 5

    /// O(exchanges and hours of the account).
    static func figures(_ account: Int, _ input: AnalysisInput, lockstepWindows: Int) -> [String: Double] {
        let rows = input.activity.offsets[account]..<input.activity.offsets[account + 1]
        let hours = input.hours.offsets[account]..<input.hours.offsets[account + 1]
        var figures = ["hours_active": Double(hours.count), "exchanges": Double(rows.count)]
        addSamples(account, input.samples, to: &figures)
        guard rows.count >= leastExchanges else { return figures }
        figures["narrowness"] = Narrowness.figure(input.activity.promptKey[rows])
        figures["regular_gaps"] = RegularGaps.figure(input.activity.seconds[rows])
        figures["synchrony"] = min(1, Double(lockstepWindows) / Double(rows.count))
        if let concordance = DayConcordance.figure([Int32(account)], input.hours) {
            figures["flat_day"] = 1 - concordance
        }
        return figures
    }

    /// `samples`, and `capability:ID`: the share of the account's samples in which a capability is found.
    private static func addSamples(
        _ account: Int, _ samples: SampleColumns, to figures: inout [String: Double]
    ) {
        guard account + 1 < samples.offsets.count else { return }
        let row = samples.offsets[account]..<samples.offsets[account + 1]
        guard !row.isEmpty else { return }
        figures["samples"] = Double(row.count)
        for place in row {
            CapabilityBackground.forEach(
                samples.capabilities[place], below: samples.capabilityNames.count
            ) {
                figures["capability:" + samples.capabilityNames[$0], default: 0] += 1 / Double(row.count)
            }
        }
    }
}
