public import Terminal

/// One command with its keys, where they work, and the words for help and the bottom line.
public struct Binding: Hashable, Sendable {
    public let command: Command
    public let keys: [Key]
    public let contexts: Set<Context>
    /// What it does, as help and the palette say it.
    public let description: String
    /// One word for the bottom line; nil for what everybody knows.
    public let hint: String?

    init(
        _ command: Command, _ keys: [Key], _ contexts: Set<Context>, _ description: String,
        hint: String? = nil
    ) {
        self.command = command
        self.keys = keys
        self.contexts = contexts
        self.description = description
        self.hint = hint
    }
}

/// Which key does what where: the only place that says so. Help, the bottom line and the palette are made
/// from it.
public struct Keymap: Hashable, Sendable {
    public let bindings: [Binding]

    init(_ bindings: [Binding]) { self.bindings = bindings }

    /// What a key does in a context. Complexity: O(bindings).
    public func binding(for key: Key, in context: Context) -> Binding? {
        bindings.first { $0.contexts.contains(context) && $0.keys.contains(key) }
    }

    /// Everything that works in a context, in the order of the table.
    public func bindings(in context: Context) -> [Binding] {
        bindings.filter { $0.contexts.contains(context) }
    }

    /// Many places have one name together.
    private static func names(of places: [Context]) -> String {
        let all = Set(places)
        let isEveryList = all.isSuperset(of: .lists)
        let rest = isEveryList ? places.filter { !Set<Context>.lists.contains($0) } : places
        return ((isEveryList ? ["every list"] : []) + rest.map(\.title)).joined(separator: ", ")
    }

    /// Why a key does nothing in a context.
    public func refusal(of key: Key, in context: Context) -> String {
        let others = bindings.filter { $0.keys.contains(key) && !$0.contexts.isDisjoint(with: .screens) }
        // Of several meanings the one of the most screens; the first of those that are equally common.
        let most = others.map(\.contexts.count).max()
        guard let binding = others.first(where: { $0.contexts.count == most }) else {
            return "\(key) does nothing here; ? shows the keys"
        }
        let same = others.filter { $0.command == binding.command }
        let places = Context.allCases.filter { other in
            Set<Context>.screens.contains(other) && same.contains { $0.contexts.contains(other) }
        }
        return "\(key) (\(binding.description)) works in \(Keymap.names(of: places))"
    }
}
