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

    /// Seconds of a lockstep window.
    public static var lockstepSeconds: Int64 { Int64(LockstepWindows.windowSeconds) }

    /// The window of a prompt frame that begins at so many times `lockstepSeconds` after 1970.
    public static func lockstep(frame: ExactText, window: Int64) -> Artifact {
        let start = Timestamp(milliseconds: window &* lockstepSeconds &* 1000)
        return Artifact(kind: .lockstep, value: ExactText(start.rfc3339 + " " + frame.string))
    }
}
