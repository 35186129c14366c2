/// An account that holds a value or uses a network.
public struct HolderRow: Hashable, Sendable, Codable {
    public var accountId: AccountID
    /// Rows or uses; nil where the evidence does not say.
    public var uses: Int?
    public var firstAt: Timestamp?
    public var lastAt: Timestamp?
    public var campaign: String?
    public var status: AccountStatus?

    public init(
        accountId: AccountID, uses: Int? = nil, firstAt: Timestamp? = nil, lastAt: Timestamp? = nil,
        campaign: String? = nil, status: AccountStatus? = nil
    ) {
        self.accountId = accountId
        self.uses = uses
        self.firstAt = firstAt
        self.lastAt = lastAt
        self.campaign = campaign
        self.status = status
    }
}

/// One artifact, opened.
public struct ArtifactDetail: Sendable, Codable {
    public var row: ArtifactRow
    /// By account id; the first of them, as many as were asked for.
    public var holders: [HolderRow]

    public init(row: ArtifactRow, holders: [HolderRow]) {
        self.row = row
        self.holders = holders
    }
}

/// One range of addresses, opened.
public struct NetworkDetail: Sendable, Codable {
    public var row: NetworkRow
    /// The address that was asked for, if it was one.
    public var address: String?
    /// By account id; the first of them, as many as were asked for.
    public var holders: [HolderRow]

    public init(row: NetworkRow, address: String?, holders: [HolderRow]) {
        self.row = row
        self.address = address
        self.holders = holders
    }
}
