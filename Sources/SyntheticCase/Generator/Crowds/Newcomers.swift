/// Ordinary people: a country, a rhythm, means and devices of their own.
extension Registry {
    /// Somebody who shares nothing with anybody but what is common anyway; without conduct.
    ///
    /// - Parameter place: index into `Places.all`; drawn by weight where nil.
    func newcomer(label: UInt16, place: Int? = nil, _ random: inout SeededRandom) -> Draft {
        var draft = Draft(label: label, created: creation(&random))
        draft.place = place ?? random.weighted(Places.weights)
        draft.declaresCountry = random.chance(0.95)
        draft.hasEmailHash = random.chance(0.95)
        giveContract(&draft, &random)
        if random.chance(0.5) { hold(.phone, random.next(), &draft, &random) }
        return draft
    }

    /// More than half of the customers were there before the period; some leave, few are banned by mistake.
    private func creation(_ random: inout SeededRandom) -> Instant {
        if random.chance(0.55) {
            return timeline.opening - random.between(2...650) * Instant.day - random.below(Instant.day)
        }
        return timeline.at(random.unit() * 0.95)
    }

    private func giveContract(_ draft: inout Draft, _ random: inout SeededRandom) {
        draft.channel =
            random.chance(0.62) ? .web : (random.chance(0.8) ? .api : random.pick([.nimbus, .stratus]))
        draft.plan = [.free, .paid, .startup, .education][random.weighted([40, 50, 6, 4])]
        if draft.channel != .web { draft.plan = random.chance(0.15) ? .startup : .paid }
        let end = timeline.at(random.within(0.2...0.95))
        guard end > draft.created + 2 * Instant.day else { return }
        if random.chance(0.05) {
            draft.close(.closed, at: end)
        } else if random.chance(0.003) {
            draft.close(random.chance(0.5) ? .banned : .suspended, at: end)
        }
    }

    /// Mail, card, device and software of one's own, and where one lives.
    mutating func settle(_ draft: inout Draft, _ random: inout SeededRandom) {
        giveMail(&draft, &random)
        giveMeans(&draft, &random)
        if random.chance(0.04) {
            draft.hold(.referral, UInt64(texts.number("OPEN-\(random.between(1...9))")))
        }
        giveDevices(&draft, &random)
        if random.chance(knobs[.sharedDevices]) {
            let value = random.chance(0.2) ? soldValue("device", &random) : strangers("device", &random)
            draft.hold(.device, value)
        }
        if random.chance(knobs[.coincidentCards]) {
            let value = random.chance(0.2) ? soldValue("card", &random) : strangers("card", &random)
            draft.pay(.card, value, issuer: draft.place)
        }
    }

    mutating func giveMail(_ draft: inout Draft, _ random: inout SeededRandom) {
        guard random.chance(0.97) else { return }
        let own = random.chance(0.1)
        let name = own ? InventedNames.name(&random).domain : InventedNames.provider(&random)
        draft.domain = texts.number(name)
    }

    func giveMeans(_ draft: inout Draft, _ random: inout SeededRandom) {
        guard draft.plan != .free || random.chance(0.1), random.chance(0.97) else { return }
        let kind: PaymentKind = [.card, .wallet, .prepaid, .bank, .crypto][
            random.weighted([78, 10, 6, 5, 1])]
        draft.pay(kind, random.next(), issuer: random.chance(0.9) ? draft.place : nil)
        if random.chance(0.12) { draft.pay(.card, random.next(), issuer: draft.place) }
    }

    func giveDevices(_ draft: inout Draft, _ random: inout SeededRandom) {
        if random.chance(draft.channel == .web ? 0.95 : 0.65) {
            hold(.device, random.next(), &draft, &random)
        }
        if random.chance(0.2) { hold(.device, random.next(), &draft, &random) }
    }

    /// Adds the value unless the provider failed to record it.
    func hold(_ kind: HoldingKind, _ value: UInt64, _ draft: inout Draft, _ random: inout SeededRandom) {
        if !random.chance(knobs[.missingAttributes]) { draft.hold(kind, value) }
    }

    /// One of few values that strangers come to share, two or three of them each.
    private func strangers(_ kind: String, _ random: inout SeededRandom) -> UInt64 {
        let share = kind.utf8.elementsEqual("card".utf8) ? knobs[.coincidentCards] : knobs[.sharedDevices]
        let values = max(1, Int(knobs[.accounts] * share / 2.5))
        return SeededRandom.scramble(
            seed ^ SeededRandom.digest(of: kind) &+ UInt64(random.below(values)))
    }

    /// A kit for the account's channel, with the fingerprints it leaves; the conduct sends its client string.
    func equip(_ draft: inout Draft, _ conduct: inout Conduct, _ random: inout SeededRandom) {
        let isWeb = draft.channel == .web
        conduct.surface = draft.channel == .reseller ? .api : draft.channel
        let kit = isWeb ? kits.browser(&random) : kits.clientLibrary(&random)
        use(kit, &draft, &conduct, &random)
        guard random.chance(0.2) else { return }
        let second = isWeb ? kits.browser(&random) : kits.clientLibrary(&random)
        conduct.otherClient = second.client
        hold(.tls, UInt64(second.tls), &draft, &random)
    }

    func use(
        _ kit: KitShelf.Kit, _ draft: inout Draft, _ conduct: inout Conduct, _ random: inout SeededRandom
    ) {
        conduct.client = kit.client
        hold(.tls, UInt64(kit.tls), &draft, &random)
        hold(.agent, UInt64(kit.agent), &draft, &random)
    }

    /// A line into a home; a third of the people are sometimes on the road.
    mutating func live(_ draft: Draft, _ conduct: inout Conduct, _ random: inout SeededRandom) {
        let days = random.heavy(median: knobs[.churnDays], spread: 0.8)
        conduct.main = .home(draft.place, stickyHours: Int(days * 24), salt: random.next())
        if random.chance(0.3) {
            conduct.other = .pool(
                mobilePool(of: draft.place), stickyHours: random.between(2...12), salt: random.next())
            conduct.otherShare = 0.2
        }
    }

    /// The ordinary conduct of one person: talk, or an own program where the account is no web account.
    mutating func everyday(_ draft: inout Draft, _ random: inout SeededRandom) -> Conduct {
        var conduct = conduct()
        equip(&draft, &conduct, &random)
        live(draft, &conduct, &random)
        let offset = Places.all[draft.place].offset
        conduct.rhythm = Rhythms.personal(random.chance(0.45) ? .office : .evenings, offset: offset, &random)
        (conduct.firstTask, conduct.taskCount) = talk(at: draft.place, &random)
        conduct.volume = Float(random.heavy(median: 1, spread: knobs[.spread]))
        if draft.channel != .web { ownProgram(&conduct, &random) }
        if random.chance(knobs[.idle]) { conduct.volume = 0 }
        return conduct
    }

    /// A small business's software, with a frame of its own; one in eight took a frame that is passed around.
    func ownProgram(_ conduct: inout Conduct, _ random: inout SeededRandom) {
        let frame = FrameBook.shipped(random.pick(EverydayWork.business))
        conduct.ownTask =
            random.chance(0.12)
            ? market.frame(&random) : Task(frame: frame, key: random.next() | 1, weight: 1)
        conduct.ownShare = 0.75
        conduct.volume *= 1.6
    }
}
