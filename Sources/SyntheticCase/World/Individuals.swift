/// Everybody else: private people and small businesses, each alone.
struct Individuals: Party {
    let count: Int

    func enter(_ world: inout World) {
        var random = world.random("individuals")
        for _ in 0..<count {
            let newcomer = Newcomer(in: &world, truth: .ordinary, &random)
            let member = world.add(newcomer.account)
            var work = EverydayWork.topics(for: Places.all[newcomer.place], &random)
            if newcomer.account.surface != .web {
                let own = world.key("app-" + newcomer.account.id)
                work.append(Work(random.pick(EverydayWork.business), key: own, weight: 6))
            }
            let habits = Habits(
                span: newcomer.account.life, exchanges: 1 + Int(random.logNormal(median: 22, spread: 1.2)),
                rhythm: newcomer.rhythm, work: work, addresses: newcomer.addresses)
            world.live(member, habits, &random)
        }
        leaveUnlisted(&world, &random)
    }

    /// Three accounts that the export of accounts left out and the logs still name.
    private func leaveUnlisted(_ world: inout World, _ random: inout SeededRandom) {
        for _ in 0..<3 {
            var newcomer = Newcomer(in: &world, truth: .ordinary, &random)
            newcomer.account.listed = false
            newcomer.account.payments = []
            newcomer.account.attributes = []
            let member = world.add(newcomer.account)
            let habits = Habits(
                span: newcomer.account.life, exchanges: random.between(3...9), rhythm: newcomer.rhythm,
                work: EverydayWork.topics(for: Places.all[newcomer.place], &random),
                addresses: newcomer.addresses)
            world.live(member, habits, &random)
        }
    }
}
