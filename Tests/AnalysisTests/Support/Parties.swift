public import Casework

@testable import Analysis

/// Groups of people to put into a small world, each drawn from a seed.
extension SmallWorld {
    static let opening: UInt32 = 1_750_000_000
    static let day: UInt32 = 86_400

    /// `count` honest people with a card, device, home and mail of their own, some popular prompts, own hours.
    mutating func addHonest(_ count: Int, seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for number in 0..<count {
            let id = newID("h", number, &random)
            join(id, at: Self.opening &- UInt32(random.below(200)) * Self.day &+ UInt32(random.below(86_400)))
            hold(id, .payment, "card-\(id)")
            hold(id, "device", "device-\(id)")
            hold(id, .emailDomain, "mail\(random.below(3)).example")
            hold(id, "tls_ja4", "library-\(random.below(5))")
            let home = "198.18.\(random.below(200)).\(random.below(250))"
            work(
                id, keys: ["popular-\(random.below(12))", "own-\(id)"], from: [home],
                count: 4 + random.below(30), &random)
        }
    }

    /// An operation with cards, devices and batches in rotation, frames of its own and rented exits.
    mutating func addRing(
        _ name: String, _ count: Int, seed: UInt64, frames: [String]? = nil, exits: [String]? = nil,
        ownMeans: Bool = false
    ) {
        var random = SeededGenerator(seed: seed)
        let exits = exits ?? (0..<8).map { "198.19.\(seed % 200).\($0 + 1)" }
        let frames = frames ?? ["\(name)-frame-0", "\(name)-frame-1"]
        for number in 0..<count {
            let id = newID(name, number, &random)
            let batch = UInt32(number / 8)
            let offset = UInt32(seed % 50) * 7919
            join(
                id,
                at: Self.opening &- 60 * Self.day &+ batch * 5 * Self.day &+ offset &+ UInt32(number % 8)
                    * 200,
                truth: name)
            hold(id, .payment, ownMeans ? "card-\(id)" : "\(name)-card-\(random.below(max(2, count / 5)))")
            hold(id, "device", "\(name)-device-\(random.below(max(2, count / 4)))")
            hold(id, .emailDomain, "\(id).example")
            work(id, keys: frames, from: exits, count: 25 + random.below(30), &random)
        }
    }

    /// A class: one lab hour, one campus exit, one assignment, education plans, own devices.
    mutating func addClass(_ count: Int, seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        ranges.append(NetworkRange(range: AddressRange("203.0.113.0/24")!, usage: .education))
        for number in 0..<count {
            let id = newID("class", number, &random)
            join(id, at: Self.opening &+ UInt32(random.below(3000)), plan: .education, truth: "class")
            hold(id, .emailDomain, "students.example")
            hold(id, "device", random.below(3) == 0 ? "lab-\(random.below(5))" : "device-\(id)")
            work(
                id, keys: ["assignment"], from: ["203.0.113.\(random.below(3))"], count: 5 + random.below(10),
                &random)
        }
    }

    /// Colleagues: one invoice, one domain, one office.
    mutating func addEnterprise(_ count: Int, seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        ranges.append(NetworkRange(range: AddressRange("192.0.2.0/24")!, usage: .corporate))
        paymentKinds["invoice-works"] = .invoice
        for number in 0..<count {
            let id = newID("works", number, &random)
            join(
                id, at: Self.opening &- UInt32(random.below(100)) * Self.day, plan: .enterprise,
                truth: "enterprise")
            hold(id, .payment, "invoice-works")
            hold(id, .emailDomain, "works.example")
            hold(id, "device", "device-\(id)")
            work(
                id, keys: ["works-assistant", "own-\(id)"], from: ["192.0.2.7"], count: 10 + random.below(40),
                &random)
        }
    }

    /// Customers of one declared reseller: one payer, one exit, nothing else in common.
    mutating func addReseller(_ count: Int, seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        paymentKinds["invoice-desk"] = .invoice
        for number in 0..<count {
            let id = newID("desk", number, &random)
            join(
                id, at: Self.opening &- UInt32(random.below(100)) * Self.day, channel: "reseller",
                truth: "reseller")
            hold(id, .payment, "invoice-desk")
            hold(id, .organisation, "Desk")
            hold(id, .emailDomain, "\(id).example")
            work(id, keys: ["own-\(id)"], from: ["198.51.100.9"], count: 10 + random.below(20), &random)
        }
    }

    /// Strangers who use the exits of one VPN and nothing else in common.
    mutating func addVPNUsers(_ count: Int, seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        ranges.append(NetworkRange(range: AddressRange("203.0.114.0/24")!, usage: .vpn))
        for number in 0..<count {
            let id = newID("vpn", number, &random)
            join(id, at: Self.opening &- UInt32(random.below(100)) * Self.day, truth: "vpn")
            hold(id, .payment, "card-\(id)")
            hold(id, "device", "device-\(id)")
            hold(id, .emailDomain, "mail\(random.below(3)).example")
            let exits = (0..<3).map { _ in "203.0.114.\(130 + random.below(6))" }
            work(
                id, keys: ["own-\(id)", "popular-\(random.below(12))"], from: exits,
                count: 10 + random.below(20), &random)
        }
    }

    private func newID(_ name: String, _ number: Int, _ random: inout SeededGenerator) -> String {
        "u\(String(random.next() % 0xFFFF_FFFF, radix: 16))-\(name)-\(number)"
    }

    private mutating func join(
        _ id: String, at seconds: UInt32, plan: Plan? = nil, channel: String? = nil, truth: String = "honest"
    ) {
        var account = Account(
            id: id, createdAt: Int64(seconds) * 1000, plan: plan, channel: channel, truth: truth)
        account.truth = truth
        accounts.append(account)
    }

    private mutating func work(
        _ id: String, keys: [String], from addresses: [String], count: Int, _ random: inout SeededGenerator
    ) {
        for _ in 0..<count {
            let moment = Self.opening &+ UInt32(random.below(20)) * Self.day &+ UInt32(random.below(86_400))
            exchange(
                id, at: moment, key: keys[random.below(keys.count)],
                from: addresses[random.below(addresses.count)])
        }
    }
}

extension ArtifactKind: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(value) }
}
