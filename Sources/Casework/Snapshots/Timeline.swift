/// Whose activity a timeline shows.
public enum TimelineSubject: Hashable, Sendable, Codable {
    case wholeCase
    case account(AccountID)
    /// A campaign or look-alike by its id.
    case group(String)
}

/// Exchanges hour by hour, in UTC, over whole weeks.
public struct HourActivity: Hashable, Sendable {
    /// Hours since 1970 of the first figure: a Monday, 00:00.
    public var firstHour: Int
    /// Exchanges by hour.
    public var exchanges: [Int]
    /// Accounts with an exchange, by hour, day and week; empty where they were not counted.
    public var activeByHour: [Int]
    public var activeByDay: [Int]
    public var activeByWeek: [Int]
    /// Exchanges by hour of day, and those of all accounts that are not asked for.
    public var hoursOfDay: [Int]
    public var othersByHourOfDay: [Int]
    /// Exchanges too far from the others to be among `exchanges`.
    public var farOff: Int

    public static let hoursAWeek = 168

    public init(firstHour: Int, weeks: Int) {
        self.firstHour = firstHour
        exchanges = [Int](repeating: 0, count: max(0, weeks) * HourActivity.hoursAWeek)
        activeByHour = []
        activeByDay = []
        activeByWeek = []
        hoursOfDay = [Int](repeating: 0, count: 24)
        othersByHourOfDay = hoursOfDay
        farOff = 0
    }
}

/// The activity of a case, a group or an account with what happened in the meantime.
public struct Timeline: Sendable {
    public var subject: TimelineSubject
    /// Accounts it is about.
    public var accounts: Int
    public var activity: HourActivity
    /// By hour: accounts that would be active had each chosen the hours of its day by itself; empty where not counted.
    public var expectedByHour: [Double]
    /// By time.
    public var events: [EventRow]
    /// Patterns of a group in time that were set against a null: synchrony, moves to a new model.
    public var signals: [SignalFinding]
    /// In words: what was not counted.
    public var notes: [String]

    public init(subject: TimelineSubject, accounts: Int, activity: HourActivity) {
        (self.subject, self.accounts, self.activity) = (subject, accounts, activity)
        expectedByHour = []
        events = []
        signals = []
        notes = []
    }
}
