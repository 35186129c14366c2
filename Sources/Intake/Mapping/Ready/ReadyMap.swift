/// A map that comes with the program.
public struct ReadyMap: Sendable {
    /// What `--map` calls it.
    public let name: String
    /// What it reads and what it takes for the account, in a line.
    public let about: String
    /// YAML, as a map of a person's own would be written.
    public let text: String
    /// Columns that together show a file to be of this kind.
    let signature: [String]
    /// The value that stands for the account in `text`; nil where nothing in such a file can.
    let account: String?
    /// Columns that are called like an account and are none.
    var otherAccounts: [String] = []

    /// In the order in which they are tried.
    public static let all = [bedrock, liteLLM, stripe, nginx, loadBalancer]

    public static func named(_ name: String) -> ReadyMap? { all.first { Bytes.equal($0.name, name) } }

    static var names: String { all.map(\.name).joined(separator: ", ") }
}
