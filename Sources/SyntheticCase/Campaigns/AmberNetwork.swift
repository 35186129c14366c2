/// The large proxy network: many small cells of accounts, replaced as they are banned.
///
/// What connects it: cards and devices dealt in rotation, sign-up batches, the prompt frames of one harness,
/// jobs dealt over accounts within minutes. What hides it: exits that unrelated customers share, other people's
/// requests mixed in, a share of accounts with a card and a device of their own.
struct AmberNetwork: Party {
    static let name = "amber-network"
    static let actor = "Amber"
    static let memberCount = 210
    private static let batches = [
        (Instant(2025, 11, 9, 2, 12), 24), (Instant(2025, 11, 16, 19, 40), 16),
        (Instant(2025, 11, 27, 23, 5), 18),
        (Instant(2025, 12, 11, 13, 30), 20), (Instant(2025, 12, 28, 6, 48), 16),
        (Instant(2026, 1, 11, 21, 15), 18),
        (Instant(2026, 1, 26, 9, 55), 16),
    ]
    private static let replacements = [25, 25, 26]
    private static let boughtAccounts = 6
    private static let countries = ["US", "DE", "BR", "JP", "SG", "GB", "CA", "IN"]

    func enter(_ world: inout World) {
        var random = world.random("amber")
        var stock = Stock(&random)
        var members: [Int] = []
        for (start, size) in AmberNetwork.batches {
            members += signUp(size, from: start, &world, &stock, &random)
        }
        members += buyAged(&world, &stock, &random)
        for (wave, count) in zip(Calendar.banWaves, AmberNetwork.replacements) {
            members += replace(count, bannedAt: wave, among: members, &world, &stock, &random)
        }
        AmberDispatcher(members: members).run(&world)
    }

    /// Cards, devices, numbers and domains in the operator's hands.
    struct Stock {
        var cards: [String]
        var devices: [String]
        let phones: [String]
        let domains: [String]

        init(_ random: inout SeededRandom) {
            cards = random.deck((0..<62).map { _ in "pf_" + random.hex(12) }, holders: 3...7)
            devices = random.deck((0..<54).map { _ in "dv_" + random.hex(12) }, holders: 3...7)
            phones = (0..<60).map { _ in "ph_" + random.hex(12) }
            domains = (0..<13).map { _ in Names.throwaway(&random) }
        }
    }

    private func signUp(
        _ size: Int, from start: Instant, _ world: inout World, _ stock: inout Stock,
        _ random: inout SeededRandom
    ) -> [Int] {
        var moment = start
        return (0..<size).map { _ in
            moment = moment + 20 + Int(random.exponential(mean: 130))
            return world.add(member(created: moment, &world, &stock, &random))
        }
    }

    /// Old accounts of honest people, bought: their age and first device are real, the second device is not.
    private func buyAged(
        _ world: inout World, _ stock: inout Stock, _ random: inout SeededRandom
    ) -> [Int] {
        (0..<AmberNetwork.boughtAccounts).map { _ in
            var account = Newcomer(in: &world, truth: truth, &random).account
            account.created =
                Calendar.opening - random.between(90...400) * Instant.day - random.below(Instant.day)
            (account.status, account.closed) = (.active, nil)
            (account.channel, account.surface, account.plan) = (.api, .api, .paid)
            Tools.give(Tools.libraries[0], to: &account, &random)
            account.attributes.append(
                Attribute(
                    kind: "device", value: stock.devices.removeLast(),
                    from: Instant(2025, 12, 1 + random.below(28), 5)))
            account.pay(.card, stock.cards.removeLast(), issuer: "US")
            return world.add(account)
        }
    }

    /// Bans `count` live members and opens a new account for each within hours.
    private func replace(
        _ count: Int, bannedAt wave: Instant, among members: [Int], _ world: inout World,
        _ stock: inout Stock,
        _ random: inout SeededRandom
    ) -> [Int] {
        let live = members.filter {
            world.accounts[$0].closed == nil && world.accounts[$0].created < wave - 4 * Instant.day
        }
        return random.sample(count, of: live).map { banned in
            world.end(banned, as: .banned, at: wave + random.below(20 * Instant.minute))
            let created =
                wave + Instant.hour + Int(random.logNormal(median: 2.2, spread: 0.6) * Double(Instant.hour))
            var heir = member(created: created, &world, &stock, &random)
            inherit(&heir, from: world.accounts[banned], &random)
            return world.add(heir)
        }
    }

    private func inherit(_ heir: inout Account, from banned: Account, _ random: inout SeededRandom) {
        if let card = banned.payments.first, random.chance(0.5) {
            heir.pay(card.kind, card.fingerprint, issuer: card.issuer)
        }
        for device in banned.attributes where device.kind == "device" && random.chance(0.5) {
            heir.hold("device", device.value)
        }
    }

    private var truth: Truth { .campaign(name: AmberNetwork.name, actor: AmberNetwork.actor) }

    private func member(
        created: Instant, _ world: inout World, _ stock: inout Stock, _ random: inout SeededRandom
    ) -> Account {
        var account = Account(id: world.freshID(&random), created: created, truth: truth)
        (account.channel, account.surface) = random.chance(0.9) ? (.api, .api) : (.nimbus, .nimbus)
        account.plan = random.chance(0.8) ? .paid : .startup
        account.country = random.chance(0.93) ? random.pick(AmberNetwork.countries) : nil
        account.emailDomain = random.chance(0.55) ? random.pick(stock.domains) : Names.domain(&random)
        account.emailHash = random.chance(0.95) ? "em_" + random.hex(12) : nil
        giveMeans(&account, &stock, &random)
        giveTools(&account, &stock, &random)
        if random.chance(0.14) {
            let handle = "kiln-\(random.between(11...29))"
            account.metadata.append(MetadataHabit(name: "user", value: handle, share: 0.6))
            if random.chance(0.5) {
                account.metadata.append(MetadataHabit(name: "org", value: "amb-eval-2", share: 0.7))
            }
        }
        return account
    }

    private func giveMeans(_ account: inout Account, _ stock: inout Stock, _ random: inout SeededRandom) {
        guard random.chance(0.95) else { return }
        if random.chance(0.14) {
            account.pay(.prepaid, "pf_" + random.hex(12), issuer: account.country)
            return
        }
        let count = random.chance(0.3) ? 2 : 1
        for _ in 0..<count where !stock.cards.isEmpty {
            account.pay(
                random.chance(0.7) ? .card : .prepaid, stock.cards.removeLast(),
                issuer: random.pick(["US", "LT", "GB"]))
        }
    }

    private func giveTools(_ account: inout Account, _ stock: inout Stock, _ random: inout SeededRandom) {
        Tools.give(
            random.chance(0.8) ? Tools.libraries[0] : random.pick(Tools.libraries), to: &account, &random)
        if random.chance(0.3) { Tools.give(random.pick(Tools.browsers), to: &account, &random) }
        if random.chance(0.85), !stock.devices.isEmpty {
            account.hold("device", stock.devices.removeLast())
        } else if random.chance(0.6) {
            account.hold("device", "dv_" + random.hex(12))
        }
        if random.chance(0.5) { account.hold("phone_hash", random.pick(stock.phones)) }
    }
}
