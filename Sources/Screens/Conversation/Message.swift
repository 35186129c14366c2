public import Terminal

/// What happens to the workbench: a key, or news from the work done beside it.
public enum Message: Sendable {
    case key(Key)
    case paste(String)
    case mouse(MouseEvent)
    case resized(Size)
    case answered(Token, Answer)
    case failed(Token, String)
    /// The exact length of a list whose first answer was an estimate.
    case counted(Token, Int)
    /// The time that `Intent.remind` asked for is over.
    case due(Token)
    case jobProgress(JobProgress)
    case jobEnded(JobEnd)
    /// Evidence or findings are no longer what they were: what is on screen is read anew.
    case caseChanged
    /// Notes were put down or withdrawn.
    case noted(NoteDeed, Origin)
    /// Something to tell in the status line.
    case notice(String)
}

/// How far a job is.
public struct JobProgress: Hashable, Sendable {
    /// `analysis`, `import` …
    public var name: String
    /// 0…1; nil while it cannot be known.
    public var fraction: Double?
    /// The stage in words.
    public var detail: String

    public init(name: String, fraction: Double?, detail: String) {
        self.name = name
        self.fraction = fraction
        self.detail = detail
    }
}

/// How a job ended.
public struct JobEnd: Hashable, Sendable {
    public enum Outcome: Hashable, Sendable {
        case done, cancelled
        case failed(String)
    }

    public var name: String
    public var outcome: Outcome

    public init(name: String, outcome: Outcome) {
        self.name = name
        self.outcome = outcome
    }
}
