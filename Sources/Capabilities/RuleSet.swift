public import Casework

/// The rules of a case: those shipped and those of the investigator beside them.
public struct RuleSet: Sendable {
    /// What a match's `rule` counts in: shipped rules, then files by the bytes of their names, each in the
    /// order of its text. Private rules and replaced ones are left out.
    public let rules: [CapabilityRule]
    /// libyara's, of the user's files.
    public let warnings: [String]

    let files: [RuleFile]
    /// For each rule of the compiled table its place in `rules`, or nil where it gives no match of its own.
    let publicIndex: [Int?]
    /// Places in the compiled table of shipped rules that a user's rule stands in for.
    let replaced: [Int]

    /// Compiles everything once, to know that it can be used.
    ///
    /// A user's rule with the name of a shipped one replaces it, and its `origin` says so. Rules of the same
    /// name in two files of the user's are two rules.
    /// - Throws: the first error of the first file by name that has one.
    public init(user: [RuleFile], shipped: RuleFile = ShippedRules.file) throws(RuleError) {
        let user = user.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        var warnings: [String] = []
        var bytes = 0
        for file in user {
            warnings += try RuleText.check(file.text, file: file.name).warnings
            bytes += file.text.utf8.count
            guard bytes <= RuleLimits.setBytes else {
                throw RuleError(file: file.name, line: nil, cause: .setTooLarge(bytes: bytes))
            }
        }
        let files = [shipped] + user
        let compiled = try RuleCompilation.compile(files).rules
        let table = (0..<compiled.count).map { TableEntry(compiled, $0) }
        let userNames = Set(table.filter { $0.file > 0 }.map(\.name))
        let shippedNames = Set(table.filter { $0.file == 0 }.map(\.name))

        var rules: [CapabilityRule] = []
        var publicIndex: [Int?] = []
        var replaced: [Int] = []
        for (place, entry) in table.enumerated() {
            let isReplaced = entry.file == 0 && userNames.contains(entry.name)
            if isReplaced { replaced.append(place) }
            guard !isReplaced, !entry.isPrivate, files.indices.contains(entry.file) else {
                publicIndex.append(nil)
                continue
            }
            let origin = Self.origin(entry, files, shippedNames)
            publicIndex.append(rules.count)
            rules.append(try CapabilityRule(compiled.rule(place), origin: origin, file: files[entry.file]))
        }
        self.rules = rules
        self.warnings = warnings
        self.files = files
        self.publicIndex = publicIndex
        self.replaced = replaced
    }

    private static func origin(_ entry: TableEntry, _ files: [RuleFile], _ shipped: Set<String>) -> String {
        guard entry.file > 0 else { return ShippedRules.origin }
        let name = files[entry.file].name
        return shipped.contains(entry.name) ? "\(name), in place of the shipped rule" : name
    }
}

/// A rule of the compiled table, before it is known whether it counts.
private struct TableEntry {
    var name: String
    var file: Int
    var isPrivate: Bool

    init(_ compiled: CompiledRules, _ place: Int) {
        name = compiled.name(place)
        file = compiled.file(place)
        isPrivate = compiled.isPrivate(place)
    }
}
