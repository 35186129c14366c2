/// The field of accounts for the tags that they bear: `tag:ring-a`, `tag:none`. Withdrawn ones are none.
public enum TagField {
    public static let name = "tag"
    public static let column = FieldDescription(name, .text)
}
