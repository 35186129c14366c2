/// A filter as a tree: what `country:SG exchanges>1000 -plan:free or banned` means.
///
/// Terms side by side are all required; `or` binds weaker. It is the same on the command line and in screens.
public indirect enum Filter: Hashable, Sendable {
    case everything
    case all([Filter])
    case any([Filter])
    case not(Filter)
    /// A bare word: contained, without regard to case, in any text field.
    case contains(String)
    case field(String, Condition)

    public enum Condition: Hashable, Sendable {
        /// `field:value`; `*` and `?` in an unquoted value make it a glob. Case-insensitive for ASCII letters.
        case matches(pattern: String, isGlob: Bool)
        /// `field:none`, `field:null`: has no value.
        case isEmpty
        case compare(Comparison, FilterValue)
        /// `field:a..b`, both ends included.
        case between(FilterValue, FilterValue)
    }

    public enum Comparison: String, Hashable, Sendable {
        case less = "<", atMost = "<=", greater = ">", atLeast = ">="
    }
}

/// The operand of a comparison, by the type of the field it is compared with.
public enum FilterValue: Hashable, Sendable {
    case number(Double)
    case time(Timestamp)
    case text(String)
}

/// The type of a column of a list; it decides which comparisons make sense.
public enum FieldType: String, Hashable, Sendable, Codable { case text, number, time, boolean }

/// A column that can be filtered and sorted by: the name that `list … --json` prints.
public struct FieldDescription: Hashable, Sendable {
    public var name: String
    public var type: FieldType

    public init(_ name: String, _ type: FieldType) {
        self.name = name
        self.type = type
    }
}
