/// Families: one card, one line, a tablet on the sofa, and everybody's own matters at their own hours.
struct Households: Party {
    static let kind = "household"
    private static let sizes = [4, 3, 2, 3]

    func enter(_ world: inout World) {
        var random = world.random("households")
        for size in Households.sizes {
            let head = Newcomer(in: &world, truth: .lookAlike(kind: Households.kind), &random)
            let card = "pf_" + random.hex(12)
            let tablet = "dv_" + random.hex(12)
            for _ in 0..<size {
                var person = Newcomer(
                    in: &world, truth: .lookAlike(kind: Households.kind), place: head.place, &random)
                person.account.payments = []
                person.account.pay(.card, card, issuer: person.account.country)
                person.account.plan = .paid
                if random.chance(0.7) { person.account.hold("device", tablet) }
                let member = world.add(person.account)
                let habits = Habits(
                    span: person.account.life, exchanges: 5 + Int(random.logNormal(median: 24, spread: 0.8)),
                    rhythm: person.rhythm, work: EverydayWork.topics(for: Places.all[person.place], &random),
                    addresses: head.addresses)
                world.live(member, habits, &random)
            }
        }
    }
}
