/// One line of `list templates`.
public struct TemplateRow: Sendable, Codable, Hashable {
    public var id: String
    public var samples: Int
    public var accounts: Int
    public var flagged: Int
    public var slots: Int
    /// The skeleton as one line, slots as `{1}`.
    public var frame: String

    public init(id: String, samples: Int, accounts: Int, flagged: Int, slots: Int, frame: String) {
        self.id = id
        self.samples = samples
        self.accounts = accounts
        self.flagged = flagged
        self.slots = slots
        self.frame = frame
    }
}

/// A template, opened.
public struct TemplateDetail: Sendable, Codable {
    public var row: TemplateRow
    public var skeleton: [TemplateFinding.Part]
    public var slots: [TemplateFinding.Slot]
    /// Accounts by id, the first hundred, or as many as were asked for.
    public var holders: [AccountID]
    /// The first hundred samples, or as many as were asked for.
    public var samples: [SampleRow]

    public init(row: TemplateRow) {
        self.row = row
        skeleton = []
        slots = []
        holders = []
        samples = []
    }
}

/// One sample with what was found in it: `show sample:ID`.
public struct SampleDetail: Sendable, Codable {
    public var row: SampleRow
    public var matches: [Match]
    public var template: TemplateRow?
    /// Where the template's slots are in the prompt.
    public var slots: [TextSpan]

    public struct Match: Sendable, Codable, Hashable {
        public var rule: String
        public var origin: String
        public var capability: String?
        public var technique: String?
        public var weight: Double
        public var description: String?
        public var field: SampleMatch.Field
        public var spans: [TextSpan]

        public init(rule: CapabilityRule, field: SampleMatch.Field, spans: [TextSpan]) {
            self.rule = rule.name
            origin = rule.origin
            capability = rule.capability
            technique = rule.technique
            weight = rule.weight
            description = rule.description
            self.field = field
            self.spans = spans
        }
    }

    public init(row: SampleRow) {
        self.row = row
        matches = []
        slots = []
    }
}

/// One line of `list rules`.
public struct RuleRow: Sendable, Codable, Hashable {
    public var rule: CapabilityRule
    public var samples: Int
    public var accounts: Int

    public init(rule: CapabilityRule, samples: Int, accounts: Int) {
        self.rule = rule
        self.samples = samples
        self.accounts = accounts
    }

    private enum CodingKeys: String, CodingKey { case samples, accounts }

    /// The rule's own members stand beside the counts, so that what is printed is what can be filtered by.
    public init(from decoder: any Decoder) throws {
        rule = try CapabilityRule(from: decoder)
        let counts = try decoder.container(keyedBy: CodingKeys.self)
        samples = try counts.decode(Int.self, forKey: .samples)
        accounts = try counts.decode(Int.self, forKey: .accounts)
    }

    public func encode(to encoder: any Encoder) throws {
        try rule.encode(to: encoder)
        var counts = encoder.container(keyedBy: CodingKeys.self)
        try counts.encode(samples, forKey: .samples)
        try counts.encode(accounts, forKey: .accounts)
    }
}
