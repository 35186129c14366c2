import Casework

extension Target {
    /// The page of a value; nil for values that an analysis derived, of which there is no page.
    init?(_ artifact: Artifact) {
        switch artifact.kind {
        case .address, .network: self = .network(artifact.value.string)
        case .template: self = .template(artifact.value.string)
        case .signUp, .lockstep: return nil
        default: self = .artifact(artifact)
        }
    }
}
