public import Casework

/// Something a screen needs to read from the case.
public enum Request: Hashable, Sendable {
    case overview
    case rows(RowsRequest)
    /// Where in a list the nearest row stands that matches.
    case find(FindRequest)
    /// A campaign or look-alike by its id.
    case group(String)
    case dossier(AccountID)
    /// Why two accounts are linked.
    case explanation(AccountID, AccountID)
    case artifact(Artifact)
    /// A range of addresses or one address.
    case network(String)
    /// A sample by its row.
    case sample(RowReference)
    case template(String)
    /// The strongest chain of evidence between two accounts.
    case path(AccountID, AccountID)
    /// A row of evidence, and the accounts one of which it is about.
    case row(RowReference, [AccountID])
    /// What stands around a node of the graph.
    case neighbours(NeighboursRequest)
    /// The accounts around a node against the values they share.
    case matrix(GraphNode)
    case timeline(TimelineSubject)
    /// How far the review is.
    case reviewTally
    /// Things whose names begin with a text.
    case names(String)
    /// A membership laid out for a decision.
    case reviewCard(campaign: String, account: AccountID)
}

/// A window of the rows of a list.
public struct RowsRequest: Hashable, Sendable {
    public var list: RowList
    public var filter: Filter
    /// The list's own order when nil.
    public var sort: SortOrder?
    /// Which rows, counted from 0 in the filtered and sorted list; may reach beyond its end.
    public var window: Range<Int>
    /// A row that is known already and stands next to the window, for reading on by key.
    public var anchor: RowAnchor?

    public init(list: RowList, window: Range<Int>) {
        self.list = list
        self.window = window
        filter = .everything
    }
}

/// A search for the nearest hit in a list.
public struct FindRequest: Hashable, Sendable {
    public var list: RowList
    public var filter = Filter.everything
    public var sort: SortOrder?
    /// What makes a row a hit.
    public var hit: Filter
    /// Forwards this row is looked at first, backwards the one before it.
    public var start: Int
    public var isForward: Bool

    public init(list: RowList, hit: Filter, start: Int, isForward: Bool) {
        self.list = list
        self.hit = hit
        self.start = start
        self.isForward = isForward
    }
}

/// The lists of the workbench, each with the order it has when nobody sorts it.
public indirect enum RowList: Hashable, Sendable, Codable {
    /// Campaigns first, then look-alikes, each the largest first.
    case groups
    /// By account id.
    case accounts
    /// Members of a group, the likeliest first.
    case members(group: String)
    /// By number.
    case sources
    /// By source and line.
    case rejects
    /// By source and line.
    case faults
    /// The most widely held first.
    case artifacts
    /// By address.
    case networks
    /// By source and line.
    case samples
    /// The most samples first.
    case templates
    /// Entries of the audit log, the oldest first.
    case auditLog
    /// By source and line.
    case indicators
    /// By account.
    case violations
    /// Tags, comments and bookmarks in the order they were made.
    case notes
    /// How often the values of a column of another list occur under a filter, the most frequent first.
    case frequencies(of: RowList, field: String, filter: String)
    /// What a read-only SQL statement gives.
    case sql(String)
    /// Memberships that wait for a decision, the most worth looking at first.
    case review
    /// What reviewers decided.
    case decisions
}

extension RowList {
    var isSQL: Bool {
        if case .sql = self { return true }
        return false
    }
}

/// A column to sort by; ties are broken by the row's id.
public struct SortOrder: Hashable, Sendable, Codable {
    /// A field of the list, as `--sort` names it.
    public var field: String
    public var isDescending: Bool

    public init(field: String, isDescending: Bool) {
        self.field = field
        self.isDescending = isDescending
    }
}

/// A row of a list by its number and its id.
public struct RowAnchor: Hashable, Sendable {
    public var index: Int
    public var id: ExactText

    public init(index: Int, id: ExactText) {
        self.index = index
        self.id = id
    }
}
