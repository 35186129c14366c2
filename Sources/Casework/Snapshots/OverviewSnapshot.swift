/// What a case holds and what stands out: the first screen, and `revenuer overview`.
public struct CaseOverview: Sendable, Encodable {
    public struct Period: Sendable, Encodable {
        public var from: Timestamp?
        public var to: Timestamp?

        public init(from: Timestamp?, to: Timestamp?) {
            self.from = from
            self.to = to
        }
    }

    public var title: String
    public var synthetic: Bool
    public var population: String
    /// Placeholders included.
    public var accounts: Int
    public var exchanges: Int
    public var samples: Int
    public var sources: Int
    public var rejects: Int
    public var faults: Int
    public var period: Period
    public var campaigns: Int
    /// Groups of every kind, campaigns among them.
    public var groups: Int
    /// Prompt frames found.
    public var templates: Int
    /// Uses that terms in force forbid, one for each account, kind, country and basis.
    public var violations: Int
    /// Accounts that match a partner's indicator.
    public var indicatorHits: Int
    public var needsAttention: [String]
    public var run: RunSummary?
    /// Campaigns first, then look-alikes, each the largest first.
    public var standsOut: [GroupRow]
    /// Exchanges per day over the period.
    public var activity: [DayCount]
    public var events: [EventRow]

    public init(title: String, synthetic: Bool, population: String) {
        self.title = title
        self.synthetic = synthetic
        self.population = population
        accounts = 0
        exchanges = 0
        samples = 0
        sources = 0
        rejects = 0
        faults = 0
        period = Period(from: nil, to: nil)
        campaigns = 0
        groups = 0
        templates = 0
        violations = 0
        indicatorHits = 0
        needsAttention = []
        standsOut = []
        activity = []
        events = []
    }
}

public struct DayCount: Sendable, Codable, Hashable {
    /// `2026-01-12`
    public var day: String
    public var exchanges: Int

    public init(day: String, exchanges: Int) {
        self.day = day
        self.exchanges = exchanges
    }
}
