public import Casework

/// What the table exports write: the case in plain rows. Rows are written in the order they come.
public struct ExportContent {
    /// Title of the case.
    public var title: String
    public var isSynthetic: Bool
    /// Id of the analysis; nil before the first.
    public var run: String?
    /// Why probabilities and accusations are withheld; nil when they are not.
    public var withheld: String?
    public var campaigns = RowFeed<GroupRow>([])
    public var members = RowFeed<CampaignMember>([])
    public var groups = RowFeed<GroupRow>([])
    public var accounts = RowFeed<AccountRow>([])
    public var artifacts = RowFeed<ArtifactRow>([])
    public var sources = RowFeed<SourceRow>([])
    public var rejects = RowFeed<RejectRow>([])

    public init(title: String, isSynthetic: Bool) {
        self.title = title
        self.isSynthetic = isSynthetic
    }
}
