public import Casework

/// Rows of any list as one file, CSV guarded against formulas or JSON Lines, written as they come.
///
/// A row of a synthetic case says so in a last column. The file appears under its name when it is whole.
public final class ListExport {
    public enum Format: Sendable { case csv, jsonLines }

    private let columns: [ExportColumn<[ExportCell]>]
    private let format: RowFormat
    private let isSynthetic: Bool
    private let sink: FileSink
    private var buffer: [UInt8] = []
    public private(set) var rows = 0

    private static let pieceBytes = 65_536

    /// - Throws: `ExportError` where the file cannot be made.
    public init(
        fields: [FieldDescription], isSynthetic: Bool, _ format: Format, toFile path: String
    ) throws {
        var names = fields.map { ($0.name, ExportType($0.type)) }
        if isSynthetic { names.append(("synthetic", .boolean)) }
        columns = names.enumerated().map { place, column in
            ExportColumn(column.0, column.1, "") { $0[place] }
        }
        self.isSynthetic = isSynthetic
        self.format = format == .csv ? .guardedCSV : .jsonLines
        sink = try FileSink(path: path)
        let table = ExportTable(name: "", meaning: "", columns: columns)
        self.format.appendHeader(table, to: &buffer)
    }

    /// - Parameter values: of the fields, in order.
    public func add(_ values: [FieldValue]) throws {
        var cells = values.map(ExportCell.init)
        if isSynthetic { cells.append(.boolean(true)) }
        format.append(cells, columns, to: &buffer)
        rows += 1
        if buffer.count >= ListExport.pieceBytes { try flush() }
    }

    /// Puts the file under its name; without it nothing is left.
    public func commit() throws {
        try flush()
        try sink.commit()
    }

    private func flush() throws {
        try sink.write(buffer)
        buffer.removeAll(keepingCapacity: true)
    }
}

extension ExportCell {
    fileprivate init(_ value: FieldValue) {
        switch value {
        case .none: self = .none
        case .text(let text): self = .text(text)
        case .number(let number): self = .number(number)
        case .time(let time): self = .time(time)
        case .boolean(let truth): self = .boolean(truth)
        case .list(let items): self = .list(items)
        }
    }
}

extension ExportType {
    fileprivate init(_ type: FieldType) {
        switch type {
        case .text: self = .text
        case .number: self = .number
        case .time: self = .time
        case .boolean: self = .boolean
        }
    }
}
