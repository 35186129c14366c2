/// An invented lab: what its profile says, and what its people can leave behind.
struct Lab: Sendable {
    let name: String
    /// Numbers of texts: names that its people and programs write into metadata.
    let handles: [UInt32]
    let handlePatterns: [String]
    let domain: String
    let fingerprints: [UInt64]
    let network: Network
    let number: Int
    /// Index into the atlas's pools.
    let pool: Int
    let targets: [Purpose]
    let offset: Int

    /// The labs of the profiles; the last one is behind nothing.
    static func all(_ registry: inout Registry) -> [Lab] {
        ["Amber", "Basalt", "Cobalt", "Dolomite"].map { name in
            var random = registry.random("lab-\(name)")
            return Lab(name, &registry, &random)
        }
    }

    /// How many of the labs may be behind something.
    static let suspects = 3

    private init(_ name: String, _ registry: inout Registry, _ random: inout SeededRandom) {
        self.name = name
        let stem = "\(InventedNames.word(&random))\(random.between(10...99))"
        let people = (0..<3).map { _ in
            "\(InventedNames.word(&random)).\(InventedNames.word(&random))\(random.below(100))"
        }
        handlePatterns = ["\(stem)-*"] + people
        let handles = people + (0..<6).map { _ in "\(stem)-\(random.between(1...40))" }
        self.handles = handles.map { registry.texts.number($0) }
        domain = "\(name.lowercased())-\(InventedNames.word(&random)).example"
        fingerprints = (0..<4).map { _ in random.next() }
        let owner = registry.atlas.own(
            name + " Compute", country: "XQ", usage: .hosting, prefix: 26)
        (network, number) = owner
        pool = registry.atlas.pool(owner.network.someHosts(random.between(3...12), &random))
        targets = random.sample(random.between(3...5), of: Purpose.sought)
        offset = random.pick([-8, -5, 1, 2, 3, 5, 8, 9])
    }
}
