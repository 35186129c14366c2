/// A job ended because somebody asked it to; the case is as it was before the job, or as far as it had got
/// where every step stands on its own.
public struct JobCancelled: Error, Sendable {
    public init() {}
}

/// How far a job is.
public struct JobStage: Hashable, Sendable {
    /// What is being done, in words.
    public var stage: String
    /// Share of the whole job that is done, 0…1.
    public var fraction: Double

    public init(stage: String, fraction: Double) {
        self.stage = stage
        self.fraction = fraction
    }
}
