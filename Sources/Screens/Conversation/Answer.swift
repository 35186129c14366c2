public import Casework

/// What came of a request.
public enum Answer: Sendable {
    case overview(CaseOverview)
    case rows(RowsAnswer)
    /// The number of the nearest hit; nil where there is none in that direction.
    case found(Int?)
    case group(GroupDetail)
    case dossier(AccountDossier)
    case explanation(LinkExplanation)
    case artifact(ArtifactDetail)
    case network(NetworkDetail)
    case sample(SampleDetail)
    case template(TemplateDetail)
    case whatIf(WhatIf)
    case path(EvidencePath)
    case row(RowDetail)
    case neighbours(GraphNeighbours)
    case matrix(GraphMatrix)
    case timeline(Timeline)
    case reviewTally(ReviewTally)
    case names([NameMatch])
    case reviewCard(ReviewCard)
    /// A decision was saved, or taken back.
    case decided(Decision)
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
    /// True where there are more rows than a list shows: the first `total` are all that it has.
    public var isCut = false
    /// Names of the columns, for a list that learns them from its rows.
    public var columns: [String]?

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
    case artifact(ArtifactRow)
    case network(NetworkRow)
    case sample(SampleRow)
    case template(TemplateRow)
    case audit(AuditRow)
    case indicator(IndicatorRow)
    case violation(ViolationRow)
    case review(ReviewRow)
    case decision(Decision)
    case note(NoteRow)
    case frequency(FrequencyRow)
    case sql(SQLRow)
}

/// A row of what an SQL statement gives.
public struct SQLRow: Hashable, Sendable, Codable {
    /// Counted from 0.
    public var number: Int
    /// As text; nil for NULL.
    public var values: [String?]

    public init(number: Int, values: [String?]) {
        self.number = number
        self.values = values
    }
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
        case .artifact(let row): ExactText("\(row.kind.rawValue):\(row.value.string)")
        case .network(let row): ExactText(row.net)
        case .sample(let row): ExactText("\(row.row.source):\(row.row.line)")
        case .template(let row): ExactText(row.id)
        case .audit(let row): ExactText(String(row.seq))
        case .indicator(let row): ExactText("\(row.row.source):\(row.row.line):\(row.id):\(row.value.string)")
        case .violation(let row):
            ExactText("\(row.accountId.string):\(row.country):\(row.basis.rawValue):\(row.clause ?? "")")
        case .note(let row): ExactText(String(row.number))
        case .frequency(let row): ExactText(row.filter)
        case .sql(let row): ExactText(String(row.number))
        case .review(let row): row.id
        case .decision(let row): ExactText(String(row.number))
        }
    }

    /// The account the row is about.
    var account: AccountID? {
        switch self {
        case .account(let row): row.accountId
        case .member(let row): row.accountId
        case .sample(let row): row.accountId
        case .violation(let row): row.accountId
        case .review(let row): row.accountId
        case .group, .source, .reject, .artifact, .network, .template, .audit, .indicator, .note, .frequency,
            .sql, .decision:
            nil
        }
    }

    /// The name the command line accepts.
    var copyName: String {
        switch self {
        case .group, .account, .member, .network, .template, .audit: id.string
        case .source(let row): "source:\(row.source)"
        case .reject(let row): "row:\(row.source):\(row.line)"
        case .artifact(let row): row.value.string
        case .sample(let row): row.sampleId ?? "row:\(row.row.source):\(row.row.line)"
        case .indicator(let row): row.value.string
        case .violation(let row): row.accountId.string
        case .note(let row): row.subject
        case .frequency(let row): row.value
        case .sql(let row): row.values.map { $0 ?? "" }.joined(separator: "\t")
        case .review(let row): row.accountId.string
        case .decision(let row): row.subject.description
        }
    }

    /// The thing's name in full, for tags and comments; nil for what nobody can name.
    var subject: EntityName? {
        switch self {
        case .group(let row):
            row.kind == .campaign ? .campaign(ExactText(row.id)) : .group(ExactText(row.id))
        case .account(let row): .account(row.accountId)
        case .member(let row): .account(row.accountId)
        case .violation(let row): .account(row.accountId)
        case .review(let row): .account(row.accountId)
        case .source(let row): .source(SourceNumber(rawValue: row.source))
        case .reject(let row): .row(source: SourceNumber(rawValue: row.source), line: row.line)
        case .artifact(let row): .artifact(Artifact(kind: row.kind, value: row.value))
        case .network(let row): AddressRange(row.net).map { .net($0) }
        case .sample(let row): .row(source: SourceNumber(rawValue: row.row.source), line: row.row.line)
        case .template(let row): .template(ExactText(row.id))
        case .indicator(let row): .row(source: SourceNumber(rawValue: row.row.source), line: row.row.line)
        case .audit, .note, .frequency, .sql, .decision: nil
        }
    }

    /// The value of a field as a filter sees it; none where the row has no such field.
    func value(of field: FieldDescription) -> FieldValue {
        (try? RowFields.values(of: content, [field])[field.name]) ?? .none
    }

    /// The row as commands print it.
    public var content: any Encodable {
        switch self {
        case .group(let row): row
        case .account(let row): row
        case .member(let row): row
        case .source(let row): row
        case .reject(let row): row
        case .artifact(let row): row
        case .network(let row): row
        case .sample(let row): row
        case .template(let row): row
        case .audit(let row): row
        case .indicator(let row): row
        case .violation(let row): row
        case .note(let row): row
        case .frequency(let row): row
        case .sql(let row): row
        case .review(let row): row
        case .decision(let row): row
        }
    }
}
