/// Users of popular agent frameworks: thousands send the framework's frame, and share nothing else.
struct FrameworkCrowd: Crowd {
    static let kind = "framework"

    func enter(_ registry: inout Registry, count: Int) {
        var random = registry.random("frameworks")
        let label = label(&registry)
        for size in sizes(count, median: registry.knobs[.frameworkSize], &random) {
            let kit = KitShelf.own(&registry.texts, &random)
            let tasks = registry.keep(versions(&registry, &random))
            for _ in 0..<size {
                var draft = registry.newcomer(label: label, &random)
                draft.channel = random.chance(0.85) ? .api : .nimbus
                draft.plan = random.chance(0.8) ? .paid : .startup
                registry.settle(&draft, &random)
                var conduct = registry.everyday(&draft, &random)
                if random.chance(0.8) { registry.use(kit, &draft, &conduct, &random) }
                (conduct.firstTask, conduct.taskCount) = tasks
                conduct.ownShare = Float(random.within(0...0.5))
                conduct.sitting = 9
                if random.chance(0.35) { moveToRack(&conduct, &registry, &random) }
                draft.conducts = [conduct]
                registry.enrol(draft)
            }
        }
    }

    /// The framework's roles, each in a few versions.
    private func versions(_ registry: inout Registry, _ random: inout SeededRandom) -> [Task] {
        (0..<random.between(1...3)).flatMap { number -> [Task] in
            let frame = registry.frames.add(
                FrameWright.compose(.framework, number: number, &random), filtered: false)
            return (0..<random.between(1...4)).map { _ in
                Task(frame: frame, key: random.next(), weight: Float(random.within(0.2...1)))
            }
        }
    }

    private func moveToRack(
        _ conduct: inout Conduct, _ registry: inout Registry, _ random: inout SeededRandom
    ) {
        let rack = registry.rack(&random)
        conduct.send(from: rack, stickyHours: 2000, otherwise: 0.2, &random)
    }
}

extension Registry {
    /// The servers of a hosting company where many small customers are; made when first asked for.
    mutating func rack(_ random: inout SeededRandom) -> Int {
        if racks.isEmpty {
            var own = self.random("racks")
            for _ in 0..<12 {
                let owner = atlas.own(
                    InventedNames.name(&own).title + " hosting", country: own.pick(Places.all).code,
                    usage: .hosting, prefix: 23)
                racks.append(atlas.pool(owner.network.someHosts(400, &own)))
            }
        }
        return random.pick(racks)
    }
}
