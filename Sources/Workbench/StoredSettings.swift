public import Analysis
public import CaseStore
import Casework

extension AnalysisSettings {
    /// The settings of the stored analysis of a case, its seed and what it left out among them; the defaults where
    /// there is none, or for what it did not record.
    public init(storedIn reader: CaseReader) throws {
        self.init()
        guard let run = try reader.history().last else { return }
        seed = run.seed
        if let threshold = try reader.accusationThreshold() { accusationThreshold = threshold }
        if let threshold = run.settings["attribution_threshold"].flatMap(Double.init) {
            attributionThreshold = threshold
        }
        if let priors = run.settings["attribution_priors"].flatMap(AttributionPriors.init(described:)) {
            attributionPriors = priors
        }
        for name in (run.settings["without"] ?? "").split(separator: ",") { leaveOut(String(name)) }
        for (name, value) in run.settings where name.hasPrefix("barred_") {
            if let artifact = LeftOutNames.artifact(value) { barred.insert(artifact) }
        }
    }

    /// Leaves out a family by its name, or else a kind of artifact.
    public mutating func leaveOut(_ name: String) {
        if let family = EvidenceFamily(rawValue: name) {
            withoutFamilies.insert(family)
        } else {
            withoutKinds.insert(ArtifactKind(name))
        }
    }
}
