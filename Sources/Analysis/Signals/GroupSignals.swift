import Casework

/// The signals of one group, and their correction over all groups.
enum GroupSignals {
    /// Kinds that are shown and never weighed: they raise no probability.
    static let reportOnly: Set<SignalFinding.Kind> = [.regionViolation]

    /// Every signal that the evidence allows to test, significant or not, by kind; without q-values.
    ///
    /// - Parameter members: indices of accounts, each once, in any order.
    ///
    /// O(exchanges and holdings of the members, sorted), apart from bounded numbers of permutations.
    static func find(
        members: [Int32], input: AnalysisInput, context: SignalContext
    ) -> [SignalFinding] {
        let members = Set(members).filter { $0 >= 0 && Int($0) < input.accounts.count }.sorted()
        let single = [
            SynchronySignal.find(members, context), LoadBalancingSignal.find(members, context),
            SignUpBurstSignal.find(members, context), ReplacementSignal.find(members, context),
            RegionSignal.find(members, context),
        ]
        return single.compactMap { $0 } + ReleasePivotSignal.find(members, context)
    }

    /// Sets the q-values of all groups' signals, kind by kind: each kind is one family of tests.
    static func adjust(_ groups: inout [[SignalFinding]]) {
        for kind in SignalFinding.Kind.allCases {
            var places: [(group: Int, signal: Int, p: Double)] = []
            for group in groups.indices {
                for signal in groups[group].indices where groups[group][signal].kind == kind {
                    guard let p = groups[group][signal].pValue else { continue }
                    places.append((group, signal, p))
                }
            }
            for (place, q) in zip(places, FalseDiscovery.adjust(places.map(\.p))) {
                groups[place.group][place.signal].qValue = q
            }
        }
    }
}
