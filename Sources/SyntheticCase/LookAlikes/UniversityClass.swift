/// A class: everybody signs up in one lab hour, behind one network, and works on one assignment.
struct UniversityClass: Party {
    static let kind = "class"
    private static let memberCount = 44
    private static let lab = Instant(2026, 1, 19, 14, 5)
    private static let end = Instant(2026, 2, 7)

    func enter(_ world: inout World) {
        var random = world.random("class")
        let campus = AddressPlan.northmoor.network.hosts(4, &random)
        let labMachines = (0..<9).map { _ in "dv_" + random.hex(12) }
        let handout = world.key("northmoor-cs204")
        for _ in 0..<UniversityClass.memberCount {
            let member = student(labMachines, &world, &random)
            let campusLine = AddressSource.exits(campus, stickyHours: 30, &random)
            let home = AddressSource.home(place: Places.index(of: "GB"), &random)
            var habits = Habits(
                span: world.accounts[member].life.lowerBound..<UniversityClass.end,
                exchanges: 5 + Int(random.logNormal(median: 13, spread: 0.6)), rhythm: .student(offset: 0),
                work: [
                    Work("assignment-explain", key: handout, weight: 5),
                    Work("assignment-debug", key: handout, weight: 3),
                ],
                addresses: campusLine.mixed(with: home, share: 0.3, &random))
            world.live(member, habits, &random)
            guard random.chance(0.45) else { continue }
            habits.span = world.accounts[member].life
            habits.exchanges = random.between(3...25)
            habits.work = EverydayWork.topics(for: Places.all[1], &random)
            world.live(member, habits, &random)
        }
    }

    private func student(_ labMachines: [String], _ world: inout World, _ random: inout SeededRandom) -> Int {
        let late = random.chance(0.1)
        let created =
            UniversityClass.lab + (late ? random.below(3 * Instant.day) : random.below(50 * Instant.minute))
        var account = Account(
            id: world.freshID(&random), created: created, truth: .lookAlike(kind: UniversityClass.kind))
        account.plan = .education
        account.country = random.chance(0.95) ? "GB" : nil
        account.emailDomain = "students.northmoor.example"
        account.emailHash = "em_" + random.hex(12)
        account.organization = "Northmoor University"
        if random.chance(0.12) { account.pay(.card, "pf_" + random.hex(12), issuer: "GB") }
        Tools.give(random.pick(Tools.browsers), to: &account, &random)
        account.hold("device", random.chance(0.3) ? random.pick(labMachines) : "dv_" + random.hex(12))
        return world.add(account)
    }
}
