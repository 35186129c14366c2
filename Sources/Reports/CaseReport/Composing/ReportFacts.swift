public import Casework

/// What a report is made from: plain values that somebody read from a case.
///
/// What is nil was not read, which is not the same as empty; the report says which of the two it is.
public struct ReportFacts: Sendable {
    public var overview: CaseOverview
    public var description: CaseDescription?
    public var sources: [SourceRow] = []
    /// Every group with all its members.
    public var groups: [GroupDetail] = []
    public var survey = AccountSurvey()
    public var profiles: [LabProfile] = []
    public var terms: [TermRecord]?
    /// Frames that groups share, by id.
    public var templates: [TemplateDetail]?
    public var rules: [RuleRow]?
    public var violations: [ViolationRow]?
    public var indicators: [IndicatorRow]?
    /// Patterns over the whole case; nil where they were not looked for.
    public var signals: [SignalFinding]?
    /// Reviewers' decisions, in the order they were made.
    public var decisions: [Decision] = []
    /// Settings of the analysis by name.
    public var settings: [String: String] = [:]
    public var audit = CaseReport.Audit(entries: 0, head: "")
    public var digest = CaseReport.Digest(evidence: "", findings: "")
    public var rows: [GroupValueRows] = []

    /// Rows in which members of a group have a value that the group shares.
    public struct GroupValueRows: Sendable {
        public var group: String
        public var artifact: Artifact
        /// Members that were looked at.
        public var members: Int
        public var total: Int
        public var rows: [RowReference]

        public init(group: String, artifact: Artifact, members: Int, total: Int, rows: [RowReference]) {
            self.group = group
            self.artifact = artifact
            self.members = members
            self.total = total
            self.rows = rows
        }
    }

    public init(overview: CaseOverview) { self.overview = overview }
}

extension GroupDetail {
    /// The values that a report shows as exhibits of the campaign: of each kind the first, in the order of
    /// `shared`, so that a loud kind does not hide a telling one.
    public var exhibits: [SharedArtifact] {
        var taken: [ArtifactKind: Int] = [:]
        return shared.filter { value in
            taken[value.artifact.kind, default: 0] += 1
            return taken[value.artifact.kind, default: 0] <= ReportOptions.exhibitsPerKind
        }
    }
}

/// What was asked for with a report.
public struct ReportOptions: Sendable {
    public var at: Timestamp
    public var author: String?
    /// Rows of evidence shown for each exhibit.
    public var rowLimit: Int
    /// Show values that may name natural persons.
    public var namesPersons: Bool
    /// Name and version of the program.
    public var tool: String

    public init(
        at: Timestamp, author: String? = nil, rowLimit: Int = ReportOptions.usualRowLimit,
        namesPersons: Bool = false, tool: String
    ) {
        self.at = at
        self.author = author
        self.rowLimit = rowLimit
        self.namesPersons = namesPersons
        self.tool = tool
    }

    /// Enough to open the evidence, little enough to print.
    public static let usualRowLimit = 10
    /// Values of each kind that become exhibits of a campaign.
    public static let exhibitsPerKind = 4
    /// Values of a look-alike that are named.
    public static let exhibitsPerLookAlike = 3
}
