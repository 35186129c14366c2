/// Texts that many accounts share, each kept once; 0 is the empty one.
struct Texts: Sendable {
    private(set) var all = [""]
    private var places: [String: UInt32] = [:]

    mutating func number(_ text: String) -> UInt32 {
        if let place = places[text] { return place }
        let place = UInt32(all.count)
        all.append(text)
        places[text] = place
        return place
    }

    subscript(_ number: UInt32) -> String { all[Int(number)] }
}

/// Names that nobody has.
enum InventedNames {
    private static let firsts = [
        "amble", "brindle", "cairn", "dapple", "eddy", "fallow", "gable", "hazel", "inlet", "jetty", "knoll",
        "larch", "mallow", "nettle", "oriel", "pebble", "quince", "rowan", "sedge", "thistle", "upland",
        "verge", "withy", "yonder", "zephyr", "bracken", "copse", "dingle", "furrow", "hollow", "moss",
        "ridge",
    ]
    private static let seconds = [
        "works", "supply", "partners", "systems", "foods", "motors", "mill", "freight", "care", "optics",
        "energy", "press", "studio", "labs", "yard", "trade", "digital", "homes", "travel", "paper", "group",
        "parts", "tools", "legal", "media", "data", "marine", "fabric", "stone", "glass", "trust", "soft",
    ]
    private static let providers: [(String, Double)] = [
        ("post.example", 30), ("inbox.example", 22), ("mailbox.example", 14), ("quickmail.example", 9),
        ("letter.example", 7), ("pigeon.example", 6), ("webmail.example", 5), ("harbourmail.example", 4),
        ("paperplane.example", 2), ("envelope.example", 1),
    ]

    /// Two words and a number that keeps namesakes apart.
    static func name(_ random: inout SeededRandom) -> (title: String, domain: String) {
        let (first, second) = (random.pick(firsts), random.pick(seconds))
        let number = random.hex(4)
        let title = first.prefix(1).uppercased() + first.dropFirst() + " " + second + " " + number
        return (title, "\(first)-\(second)-\(number).example")
    }

    /// One of the public mail providers.
    static func provider(_ random: inout SeededRandom) -> String {
        providers[random.weighted(providers.map(\.1))].0
    }

    static func word(_ random: inout SeededRandom) -> String { random.pick(firsts) }
}
