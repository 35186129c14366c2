public import Casework

/// What came of a request.
public enum Answer: Sendable {
    case overview(CaseOverview)
    case rows(RowsAnswer)
    case group(GroupDetail)
    case dossier(AccountDossier)
    case explanation(LinkExplanation)
}

/// Rows of a list as far as the window asked for reached into it.
public struct RowsAnswer: Sendable {
    /// Where the first row stands in the list.
    public var start: Int
    public var rows: [ListRow]
    /// How many rows the whole list has.
    public var total: Int
    /// True while `total` is a guess; `Message.counted` brings the exact number.
    public var isEstimate: Bool

    public init(start: Int, rows: [ListRow], total: Int, isEstimate: Bool = false) {
        self.start = start
        self.rows = rows
        self.total = total
        self.isEstimate = isEstimate
    }
}

/// A row of any list.
public enum ListRow: Hashable, Sendable {
    case group(GroupRow)
    case account(AccountRow)
    case member(MemberRow)
    case source(SourceRow)
    /// A rejected row, or a faulty field of a row that was kept.
    case reject(RejectRow)
}

extension ListRow {
    /// What names the row within its list.
    public var id: ExactText {
        switch self {
        case .group(let row): ExactText(row.id)
        case .account(let row): row.accountId.text
        case .member(let row): row.accountId.text
        case .source(let row): ExactText(String(row.source))
        case .reject(let row): ExactText("\(row.source):\(row.line):\(row.field ?? "")")
        }
    }

    /// The account the row is about.
    var account: AccountID? {
        switch self {
        case .account(let row): row.accountId
        case .member(let row): row.accountId
        case .group, .source, .reject: nil
        }
    }

    /// The name the command line accepts.
    var copyName: String {
        switch self {
        case .group, .account, .member: id.string
        case .source(let row): "source:\(row.source)"
        case .reject(let row): "row:\(row.source):\(row.line)"
        }
    }
}
