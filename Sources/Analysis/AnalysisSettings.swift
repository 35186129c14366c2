public import Casework

/// What a person may set for one analysis. All else is a named constant at its rule, with its reason.
public struct AnalysisSettings: Sendable, Hashable {
    /// Every random order is drawn from it.
    public var seed: UInt64 = 1
    /// Members of a campaign at or above it are accused.
    public var accusationThreshold = 0.5
    /// An actor is named at or above it.
    public var attributionThreshold = 0.8
    /// Who may be behind a campaign, before the evidence.
    public var attributionPriors = AttributionPriors()
    /// Kinds and whole families left out (what-if).
    public var withoutKinds: Set<ArtifactKind> = []
    public var withoutFamilies: Set<EvidenceFamily> = []
    /// Values a person barred: never counted.
    public var barred: Set<Artifact> = []

    public init() {}

    /// Settings that differ from the defaults, and those that figures depend on, by name.
    var described: [String: String] {
        var texts = [
            RunSummary.methodSetting: Analyzer.method,
            "accusation_threshold": "\(accusationThreshold)",
            "attribution_threshold": "\(attributionThreshold)",
            "attribution_priors": attributionPriors.described,
        ]
        let without = withoutKinds.map(\.rawValue).sorted() + withoutFamilies.sorted().map(\.rawValue)
        if !without.isEmpty { texts["without"] = without.joined(separator: ",") }
        // Each value, not their number: two analyses that bar different values are different analyses. One entry
        // each: a value may hold any separator, and what was barred has to be read again from here.
        for (place, artifact) in barred.sorted().enumerated() {
            texts["barred_\(place + 1)"] = "\(artifact.kind.rawValue):\(artifact.value.string)"
        }
        return texts
    }
}

/// How far an analysis is.
public struct AnalysisProgress: Sendable, Hashable {
    public enum Stage: String, Sendable, CaseIterable {
        case features, incidences, corroboration, groups, membership, explanations, attribution
    }

    public var stage: Stage
    /// Share of the whole run that is done, 0…1.
    public var fraction: Double

    public init(stage: Stage) {
        self.stage = stage
        fraction = Double(Stage.allCases.firstIndex(of: stage) ?? 0) / Double(Stage.allCases.count)
    }
}
