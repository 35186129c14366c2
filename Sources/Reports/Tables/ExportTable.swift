public import Casework

/// One cell of an exported table, by its type.
public enum ExportCell: Hashable, Sendable {
    case none
    case text(String)
    case integer(Int)
    case number(Double)
    case time(Timestamp)
    case boolean(Bool)
    case list([String])
}

/// The type of a column; the raw value is its name in Table Schema.
public enum ExportType: String, Hashable, Sendable {
    case text = "string"
    case integer, number, boolean
    case time = "datetime"
    /// A JSON array of texts.
    case list = "array"
}

/// A column of an exported table: the name that `list … --json` prints, its type, and where it comes from.
public struct ExportColumn<Row>: Sendable {
    public var name: String
    public var type: ExportType
    public var meaning: String
    public var cell: @Sendable (Row) -> ExportCell

    init(
        _ name: String, _ type: ExportType, _ meaning: String, _ cell: @escaping @Sendable (Row) -> ExportCell
    ) {
        self.name = name
        self.type = type
        self.meaning = meaning
        self.cell = cell
    }
}

/// A table as every format writes it, so that CSV, JSON Lines and their schema cannot disagree.
public struct ExportTable<Row>: Sendable {
    /// Name of the file without its ending.
    public var name: String
    public var meaning: String
    public var columns: [ExportColumn<Row>]
}

extension ExportCell {
    static func text(_ value: String?) -> ExportCell { value.map(ExportCell.text) ?? .none }
    static func text(_ value: ExactText?) -> ExportCell { value.map { .text($0.string) } ?? .none }
    static func integer(_ value: Int?) -> ExportCell { value.map(ExportCell.integer) ?? .none }
    static func number(_ value: Double?) -> ExportCell { value.map(ExportCell.number) ?? .none }
    static func time(_ value: Timestamp?) -> ExportCell { value.map(ExportCell.time) ?? .none }
    static func word<Word: RawRepresentable<String>>(_ value: Word?) -> ExportCell { text(value?.rawValue) }
}
