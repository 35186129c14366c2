/// A file of YARA rules, read but not yet compiled.
public struct RuleFile: Hashable, Sendable {
    /// What messages and origins call it, for example `my.yar`.
    public var name: String
    public var text: String

    public init(name: String, text: String) {
        self.name = name
        self.text = text
    }
}
