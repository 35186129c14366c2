public import Casework

/// Lists of findings, of what partners sent, and of what people did.
extension CaseReader {
    /// Prompt frames, those with the most samples first.
    public func templates(_ query: ListQuery) throws -> [TemplateRow] {
        try collect { body in try each(.templates, query) { try body(RowReading.template($0)) } }
    }

    /// The strongest links of every member of every group, the strongest first.
    public func links(_ query: ListQuery) throws -> [LinkListRow] { try collect { try eachLink(query, $0) } }

    public func eachLink(_ query: ListQuery, _ body: (LinkListRow) throws -> Void) throws {
        try each(.links, query) { try body(RowReading.link($0)) }
    }

    /// Rules that the last analysis ran.
    public func rules(_ query: ListQuery) throws -> [RuleRow] {
        try collect { body in try each(.rules, query) { try body(RowReading.rule($0)) } }
    }

    /// Partners' indicators in the order of evidence, with the accounts that match them.
    public func indicators(_ query: ListQuery) throws -> [IndicatorRow] {
        try collect { try eachIndicator(query, $0) }
    }

    public func eachIndicator(_ query: ListQuery, _ body: (IndicatorRow) throws -> Void) throws {
        try each(.indicators, query) { try body(RowReading.indicator($0)) }
    }

    /// By account id.
    public func violations(_ query: ListQuery) throws -> [ViolationRow] {
        try collect { try eachViolation(query, $0) }
    }

    public func eachViolation(_ query: ListQuery, _ body: (ViolationRow) throws -> Void) throws {
        try each(.violations, query) { try body(RowReading.violation($0)) }
    }

    /// Tags and comments in the order they were made, withdrawn ones included.
    public func notes(_ query: ListQuery) throws -> [NoteRow] {
        try collect { body in try each(.notes, query) { try body(RowReading.note($0)) } }
    }

    /// Reviewers' decisions in the order they were made, withdrawn ones included.
    public func decisions(_ query: ListQuery = ListQuery()) throws -> [Decision] {
        try collect { try eachDecision(query, $0) }
    }

    public func eachDecision(_ query: ListQuery, _ body: (Decision) throws -> Void) throws {
        try each(.decisions, query) { try body(RowReading.decision($0)) }
    }

    /// The audit log, the oldest entry first.
    public func log(_ query: ListQuery) throws -> [AuditRow] { try collect { try eachLogEntry(query, $0) } }

    public func eachLogEntry(_ query: ListQuery, _ body: (AuditRow) throws -> Void) throws {
        try each(.log, query) { try body(RowReading.audit($0)) }
    }
}
