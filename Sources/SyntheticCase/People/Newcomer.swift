/// Makes people: a private customer with a country, a rhythm, and means and devices of their own.
struct Newcomer {
    var account: Account
    let place: Int
    let rhythm: Rhythm
    let addresses: AddressSource

    /// Somebody nobody shares anything with but what is common anyway.
    ///
    /// - Parameter place: index into `Places.all`; drawn by weight where nil.
    init(in world: inout World, truth: Truth, place: Int? = nil, _ random: inout SeededRandom) {
        let home = place ?? random.weighted(Places.weights)
        self.place = home
        let created = Newcomer.creation(&random)
        account = Account(id: world.freshID(&random), created: created, truth: truth)
        account.country = random.chance(0.95) ? Places.all[home].code : nil
        Newcomer.giveContract(to: &account, &random)
        Newcomer.giveIdentity(to: &account, &random)
        Newcomer.giveMeans(to: &account, &random)
        Tools.equip(&account, &random)
        let offset = Places.all[home].offset
        let base = random.chance(0.45) ? Rhythm.office(offset: offset) : .evenings(offset: offset)
        rhythm = base.personal(&random)
        let line = AddressSource.home(place: home, &random)
        let phone = AddressSource.exits(
            AddressPlan.meridian.network.hosts(12, &random), stickyHours: 5, &random)
        addresses = random.chance(0.3) ? line.mixed(with: phone, share: 0.2, &random) : line
    }

    /// More than half of the customers were there before the period begins.
    private static func creation(_ random: inout SeededRandom) -> Instant {
        if random.chance(0.55) {
            return Calendar.opening - random.between(2...650) * Instant.day - random.below(Instant.day)
        }
        return Calendar.opening + random.below(Instant.day * 95)
    }

    private static func giveContract(to account: inout Account, _ random: inout SeededRandom) {
        account.channel =
            random.chance(0.62) ? .web : (random.chance(0.8) ? .api : random.pick([.nimbus, .stratus]))
        account.surface = account.channel
        account.plan = [.free, .paid, .startup, .education][random.weighted([40, 50, 6, 4])]
        if account.channel != .web { account.plan = random.chance(0.15) ? .startup : .paid }
        if random.chance(0.05) {
            account.end(as: .closed, at: Calendar.opening + random.between(30...100) * Instant.day)
        }
        if let closed = account.closed, closed <= account.created {
            account.end(as: .active, at: Calendar.closing)
        }
        if account.status == .active { account.closed = nil }
    }

    private static func giveIdentity(to account: inout Account, _ random: inout SeededRandom) {
        account.emailDomain = random.chance(0.96) ? Names.domain(&random) : nil
        account.emailHash = random.chance(0.93) ? "em_" + random.hex(12) : nil
        if random.chance(0.5) { account.hold("phone_hash", "ph_" + random.hex(12)) }
        if random.chance(0.05) { account.hold("referral_code", random.pick(Names.openReferrals)) }
    }

    private static func giveMeans(to account: inout Account, _ random: inout SeededRandom) {
        guard account.plan != .free || random.chance(0.1) else { return }
        guard random.chance(0.97) else { return }
        let kind: PaymentKind = [.card, .wallet, .prepaid, .bank, .crypto][
            random.weighted([78, 10, 6, 5, 1])]
        account.pay(kind, "pf_" + random.hex(12), issuer: random.chance(0.9) ? account.country : nil)
        if random.chance(0.12) { account.pay(.card, "pf_" + random.hex(12), issuer: account.country) }
    }
}
