/// Software that sends requests, and the fingerprints it leaves: what everybody uses, and rarer versions of it.
struct KitShelf: Sendable {
    struct Kit: Sendable {
        let client: UInt32
        let agent: UInt32
        let tls: UInt32
    }

    private(set) var browsers: [Kit] = []
    private(set) var libraries: [Kit] = []
    private static let rareVersions = 18

    /// The well-known ones first; every one after is rarer.
    init(_ texts: inout Texts, _ random: inout SeededRandom) {
        browsers = Tools.browsers.map { KitShelf.kit($0, &texts) }
        libraries = Tools.libraries.map { KitShelf.kit($0, &texts) }
        for _ in 0..<KitShelf.rareVersions {
            browsers.append(KitShelf.rare(Tools.browsers, &texts, &random))
            libraries.append(KitShelf.rare(Tools.libraries, &texts, &random))
        }
    }

    func browser(_ random: inout SeededRandom) -> Kit { KitShelf.draw(browsers, &random) }
    func clientLibrary(_ random: inout SeededRandom) -> Kit { KitShelf.draw(libraries, &random) }

    /// The nth is taken about 1/n as often as the first.
    private static func draw(_ kits: [Kit], _ random: inout SeededRandom) -> Kit {
        let share = random.unit()
        return kits[min(kits.count - 1, Int(Double(kits.count) * share * share * share))]
    }

    /// A build that one operator alone uses.
    static func own(_ texts: inout Texts, _ random: inout SeededRandom) -> Kit {
        let name = "\(InventedNames.word(&random))-client/\(random.between(0...4)).\(random.between(1...20))"
        return Kit(
            client: texts.number(name), agent: texts.number(name),
            tls: texts.number("t13d\(random.between(10...60))h2_\(random.hex(6))_\(random.hex(6))"))
    }

    private static func kit(_ kit: Tools.Kit, _ texts: inout Texts) -> Kit {
        Kit(
            client: texts.number(kit.client), agent: texts.number(kit.agent), tls: texts.number(kit.tls))
    }

    private static func rare(
        _ kits: [Tools.Kit], _ texts: inout Texts, _ random: inout SeededRandom
    ) -> Kit {
        let base = random.pick(kits)
        let build = ".\(random.between(1...90))"
        return Kit(
            client: texts.number(base.client + (base.client.utf8.contains(47) ? build : "")),
            agent: texts.number(base.agent + build), tls: texts.number(base.tls))
    }
}
