/// Honest heavy customers: a program of their own asks every few hours, on the hour, day and night, for months.
struct ScheduledJobs: Party {
    static let kind = "heavy"
    private static let jobs = [
        "news-digest", "ticket-sort", "review-tags", "log-summary", "price-watch", "listing-copy",
    ]
    private static let memberCount = 8

    func enter(_ world: inout World) {
        var random = world.random("scheduled-jobs")
        for number in 0..<ScheduledJobs.memberCount {
            var newcomer = Newcomer(in: &world, truth: .lookAlike(kind: ScheduledJobs.kind), &random)
            Tools.strip(&newcomer.account)
            (newcomer.account.channel, newcomer.account.surface, newcomer.account.plan) = (.api, .api, .paid)
            newcomer.account.payments = []
            newcomer.account.pay(.card, "pf_" + random.hex(12), issuer: newcomer.account.country)
            Tools.give(random.pick(Tools.libraries), to: &newcomer.account, &random)
            newcomer.account.hold("device", "dv_" + random.hex(12))
            newcomer.account.end(as: .active, at: Calendar.closing)
            newcomer.account.closed = nil
            let member = world.add(newcomer.account)
            let rack =
                number % 3 == 0
                ? AddressPlan.quarry : (number % 3 == 1 ? AddressPlan.ferry : AddressPlan.littleRack)
            run(member, from: rack.network.host(&random), &world, &random)
        }
    }

    private func run(_ member: Int, from server: Address, _ world: inout World, _ random: inout SeededRandom)
    {
        let account = world.accounts[member]
        let work = Work(random.pick(ScheduledJobs.jobs), key: world.key("cron-" + account.id))
        let minute = random.pick([0, 5, 15, 30]) * Instant.minute
        let start = max(account.life.lowerBound, Calendar.opening + random.below(40 * Instant.day))
        let step = random.pick([3, 4, 6]) * Instant.hour
        var moment = Instant(seconds: start.seconds / Instant.hour * Instant.hour + Instant.hour + minute)
        while moment < account.life.upperBound {
            for turn in 0..<random.between(1...2) where random.chance(0.97) {
                let at = moment + turn * 8 + random.below(7)
                world.send(member, work, at: at, from: server, models: .builder, &random)
            }
            moment = moment + step
        }
    }
}
