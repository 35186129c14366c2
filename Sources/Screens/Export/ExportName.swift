/// Names that are offered for files.
enum ExportName {
    /// Letters, digits and dashes of the breadcrumb.
    static func of(_ crumbs: [String]) -> String {
        let words = crumbs.suffix(2).joined(separator: "-").lowercased()
        let plain = words.utf8.map { isPlain($0) ? $0 : UInt8(ascii: "-") }
        return String(decoding: plain.prefix(60), as: UTF8.self)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (97...122).contains(byte) || byte == UInt8(ascii: "-")
    }
}

extension RowList {
    /// The name that is offered for a file of its rows.
    var fileName: String {
        switch self {
        case .frequencies(_, let field, _): "frequencies-" + ExportName.of([field])
        case .members(let group): "members-" + ExportName.of([group])
        default: ExportName.of([context.title])
        }
    }
}
