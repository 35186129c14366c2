/// Fills the slots of one exchange. Linear in the length of the result.
struct Expansion {
    let lists: [String: [String]]
    private var kept: [String: String] = [:]
    private var used: [String: [Int]] = [:]

    init(lists: [String: [String]]) {
        self.lists = lists
    }

    mutating func expand(_ template: String, _ random: inout SeededRandom) -> String {
        var result = ""
        var rest = Substring(template)
        while let open = rest.firstIndex(of: "«") {
            result += rest[..<open]
            let inside = rest[rest.index(after: open)...]
            guard let close = Expansion.closing(of: inside) else {
                preconditionFailure("a slot is not closed in: \(template)")
            }
            result += fill(inside[..<close], &random)
            rest = inside[inside.index(after: close)...]
        }
        return result + rest
    }

    private mutating func fill(_ slot: Substring, _ random: inout SeededRandom) -> String {
        if let colon = slot.firstIndex(of: ":"), Expansion.isName(slot[..<colon]) {
            let value = fill(slot[slot.index(after: colon)...], &random)
            kept[String(slot[..<colon])] = value
            return value
        }
        let choices = Expansion.choices(of: slot)
        if choices.count > 1 { return expand(String(random.pick(choices)), &random) }
        if let value = kept[String(slot)] { return value }
        if let number = Expansion.range(slot) { return "\(random.between(number))" }
        guard let list = lists[String(slot)], !list.isEmpty else {
            preconditionFailure("no list is named \(slot)")
        }
        return expand(list[fresh(String(slot), of: list.count, &random)], &random)
    }

    /// An item of the list that this exchange has not used, until all have been.
    private mutating func fresh(_ name: String, of count: Int, _ random: inout SeededRandom) -> Int {
        let taken = used[name, default: []]
        let free = (0..<count).filter { !taken.contains($0) }
        let choice = free.isEmpty ? random.below(count) : random.pick(free)
        used[name, default: []].append(choice)
        return choice
    }

    /// The index of the guillemet that closes a slot, past slots nested in it.
    private static func closing(of text: Substring) -> Substring.Index? {
        var depth = 0
        for index in text.indices {
            if text[index] == "«" { depth += 1 }
            if text[index] == "»" {
                if depth == 0 { return index }
                depth -= 1
            }
        }
        return nil
    }

    /// The wordings of a slot, split at the bars that are not inside a nested slot.
    private static func choices(of slot: Substring) -> [Substring] {
        var depth = 0
        return slot.split(omittingEmptySubsequences: false) { character in
            if character == "«" { depth += 1 }
            if character == "»" { depth -= 1 }
            return character == "|" && depth == 0
        }
    }

    private static func range(_ slot: Substring) -> ClosedRange<Int>? {
        let ends = slot.split(separator: "-")
        guard ends.count == 2, let low = Int(ends[0]), let high = Int(ends[1]), low <= high else {
            return nil
        }
        return low...high
    }

    private static func isName(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
    }
}
