public import Casework

/// The one account of a case that every written format is drawn from.
///
/// It is a value: the same facts and the same settings give the same report, and the same report the same
/// bytes. Sentences stand in it as sentences and figures as figures, so that HTML, Markdown and plain text can
/// only differ in how they look. Documentation/case-report.schema.json is its schema.
public struct CaseReport: Codable, Sendable {
    /// Name and version of this form.
    public var schema: String
    public var cut: Cut
    /// True where everything in it is invented; every page says so.
    public var synthetic: Bool
    public var title: String
    public var author: String?
    /// When it was made; the analysis' time unless somebody says otherwise.
    public var at: Timestamp
    /// The program and its version.
    public var tool: String
    public var run: Run?
    public var audit: Audit
    public var digest: Digest
    /// True where names of persons were asked for.
    public var namesPersons: Bool
    public var question: [Statement]
    public var scope: Scope
    public var population: Population
    public var sources: [Source]
    public var method: Method
    public var campaigns: [Campaign]
    public var lookAlikes: [LookAlike]
    /// Patterns over the whole case that belong to no group.
    public var signals: [Signal]
    public var terms: [Term]
    public var indicators: [Indicator]
    /// What reviewers decided, and where they disagree.
    public var decisions: [Statement]
    public var limits: [Statement]
    public var actions: [Action]
    public var burden: Burden
    public var reply: [Statement]
    public var scales: [VerbalScale]
    public var appendix: Appendix

    /// How much of the case a report shows, and to whom.
    public enum Cut: String, Codable, Sendable, CaseIterable {
        /// Everything, for the investigators' own house.
        case `internal`
    }

    /// A sentence of ours with the ids of the evidence it rests on.
    public struct Statement: Codable, Sendable, Hashable {
        public var text: String
        /// Exhibits (`C-01.E3`), signals (`C-01.S1`), items of attribution (`C-01.A2`), groups, sources.
        public var cites: [String]

        public init(_ text: String, cites: [String] = []) {
            self.text = text
            self.cites = cites
        }
    }

    static let schemaName = "revenuer case report 1"
}
