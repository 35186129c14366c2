public import Casework

/// Values that an analysis derives from an account, for looking up what it said of them.
public enum DerivedArtifacts {
    /// The two sign-up buckets of an account, or none where nobody knows when it was created.
    public static func signUp(createdAt: Timestamp?) -> [Artifact] {
        guard let createdAt, let pair = SignUpBuckets.buckets(createdAt: createdAt.milliseconds) else {
            return []
        }
        return [pair.0, pair.1].map {
            Artifact(kind: .signUp, value: ExactText(SignUpBuckets.start(of: $0).rfc3339))
        }
    }
}
