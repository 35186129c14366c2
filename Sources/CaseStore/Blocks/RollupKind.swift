public import Casework

/// What a rollup counts an account's exchanges by. The raw value is the `kind` of `rollup_block`.
public struct RollupKind: RawRepresentable, Hashable, Sendable {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    /// All exchanges of the account; the value is 0.
    public static let account = RollupKind(rawValue: "account")
    /// The value is hours since 1970; no times are kept.
    public static let hour = RollupKind(rawValue: "hour")
    /// The value is the number of an address.
    public static let address = RollupKind(rawValue: "address")
    /// These and the kinds of `attr:` columns have numbers of values.
    public static let model = RollupKind(rawValue: "model")
    public static let client = RollupKind(rawValue: "client")
    public static let surface = RollupKind(rawValue: "surface")
    public static let promptKey = RollupKind(rawValue: "prompt_key")

    /// An `attr:KIND` column.
    public static func attribute(_ kind: ArtifactKind) -> RollupKind {
        RollupKind(rawValue: "attr:" + kind.rawValue)
    }

    /// The kind of the values in the dictionary; nil for counts by hour, address or nothing.
    public var valueKind: ArtifactKind? {
        switch self {
        case .account, .hour, .address: nil
        default: ArtifactKind(columnName: rawValue)
        }
    }

    /// True for values that are kept with a row but by which accounts are not compared (`x:NAME`).
    static func isOnlyKept(column: String) -> Bool { column.hasPrefix("x:") }
}

extension ArtifactKind {
    /// The kind of the values of a coded column: that of `attr:device` is `device`, as in attributes.
    init(columnName: String) {
        self.init(columnName.hasPrefix("attr:") ? String(columnName.dropFirst(5)) : columnName)
    }
}
