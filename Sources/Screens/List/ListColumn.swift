import Casework
import Terminal

/// A column of a list: the field it shows, how wide it is, and what stands in a cell.
struct ListColumn: Sendable {
    enum Cell: Equatable {
        case text(String, Style)
        /// A number and, where there is room, a bar; a dash where there is none.
        case probability(Double?)
        /// A share of the whole, 0…1: a percentage and, where there is room, a bar.
        case share(Double)

        static let empty = Cell.text("", .normal)
    }

    let field: FieldDescription
    let layout: TableColumn
    /// How text that is too long is shortened.
    let cut: SafeText.Cut
    /// True where the column names what the row is: an artifact's value, a network, a frame.
    var isKey: Bool { ["value", "net", "id"].contains(field.name) }
    let cell: @Sendable (ListRow) -> Cell

    init(
        _ name: String, _ type: FieldType, _ layout: TableColumn, cut: SafeText.Cut = .end,
        cell: @escaping @Sendable (ListRow) -> Cell
    ) {
        field = FieldDescription(name, type)
        self.layout = layout
        self.cut = cut
        self.cell = cell
    }

    /// Room for the number, and for a bar where the list is wide.
    static let probabilityLayout = TableColumn("   P", .flexible(least: 5, weight: 1))

    /// Numbers and times are looked at from the greatest down.
    var sortsDownFirst: Bool { field.type == .number || field.type == .time }
}

extension RowList {
    /// The columns of the list, from the left.
    var columns: [ListColumn] {
        switch self {
        case .groups: GroupColumns.all
        case .accounts: AccountColumns.all
        case .members: MemberColumns.all
        case .sources: SourceColumns.all
        case .rejects: RejectColumns.rejects
        case .faults: RejectColumns.faults
        case .artifacts: ArtifactColumns.all
        case .networks: NetworkColumns.all
        case .samples: SampleColumns.all
        case .templates: TemplateColumns.all
        case .auditLog: AuditColumns.all
        case .indicators: IndicatorColumns.all
        case .violations: ViolationColumns.all
        case .notes: NoteColumns.all
        case .frequencies: FrequencyColumns.all
        case .sql: []
        case .review: []
        case .decisions: DecisionColumns.all
        }
    }

    /// Fields that can be filtered by, shown or not.
    var fields: [FieldDescription] {
        switch self {
        case .accounts: AccountColumns.fields
        case .groups: GroupColumns.fields
        case .artifacts: ArtifactColumns.fields
        case .samples: SampleColumns.fields
        case .auditLog: AuditColumns.fields
        case .members, .sources, .rejects, .faults, .networks, .templates, .indicators, .violations, .notes,
            .frequencies, .sql, .review, .decisions:
            columns.map(\.field)
        }
    }

    /// The same and those that a filter names by a pattern: `addresses_with_10_flagged`, with any kind and number.
    func fields(namedIn filter: String) -> [FieldDescription] {
        self == .accounts ? ConnectionField.columns(fields, namedIn: filter) : fields
    }

    var context: Context {
        switch self {
        case .groups: .campaigns
        case .accounts: .accounts
        case .members: .members
        case .sources: .sources
        case .rejects: .rejects
        case .faults: .faults
        case .artifacts: .artifacts
        case .networks: .networks
        case .samples: .samples
        case .templates: .templates
        case .auditLog: .auditLog
        case .indicators: .indicators
        case .violations: .violations
        case .notes: .notes
        case .frequencies: .frequencies
        case .sql: .sqlRows
        case .review: .review
        case .decisions: .decisions
        }
    }

    /// What a row is, for counts: `12 accounts`.
    var noun: String {
        switch self {
        case .groups: "group"
        case .accounts: "account"
        case .members: "member"
        case .sources: "source"
        case .rejects: "rejected row"
        case .faults: "faulty field"
        case .artifacts: "artifact"
        case .networks: "network"
        case .samples: "sample"
        case .templates: "frame"
        case .auditLog: "act"
        case .indicators: "indicator"
        case .violations: "violation"
        case .notes: "note"
        case .frequencies: "value"
        case .sql: "row"
        case .review: "membership"
        case .decisions: "decision"
        }
    }
}
