/// Settles how much everybody sends, so that the world has the exchanges it is to have.
enum Volumes {
    /// Traffic that is given exactly may take this share of all at most; the rest is for ordinary people.
    private static let mostExact = 0.9

    /// - Throws: `SyntheticCaseError.overfull`.
    static func settle(_ registry: inout Registry) throws(SyntheticCaseError) {
        var (honest, exact) = (0.0, 0.0)
        for conduct in registry.conducts {
            if conduct.scale == .honest { honest += Double(conduct.volume) }
            if conduct.scale == .exact { exact += Double(conduct.volume) }
        }
        let wanted = Double(registry.knobs.exchangeCount)
        guard exact <= wanted * mostExact else {
            throw .overfull(exchanges: Int(wanted), wanted: Int(exact))
        }
        if honest > 0 { registry.scaleHonest(by: (wanted - exact) / honest) }
    }

    /// The mean number of exchanges of an account, before `keep`.
    static func expected(_ registry: Registry, of person: Int) -> Double {
        registry.conducts(of: person).reduce(0) { $0 + Double(registry.conducts[$1].volume) }
    }
}

/// How likely the provider keeps an exchange's text: a filter for reasoning makes it twice as likely.
struct SampleChance: Sendable {
    static let filterFactor = 2.0
    let usual: Double
    let filtered: Double

    init(_ registry: Registry) {
        let jobs = SampleChance.share(registry.roster.jobs.map(\.task), registry)
        var weight = 0.0
        for person in registry.people.indices {
            let kept = registry.isFraudulent(person) ? registry.knobs[.keep] : 1
            for index in registry.conducts(of: person) {
                let conduct = registry.conducts[index]
                let share = conduct.mode == .jobs ? jobs : SampleChance.share(conduct, registry)
                weight += Double(conduct.volume) * kept * (1 + (SampleChance.filterFactor - 1) * share)
            }
        }
        let chance = weight > 0 ? Double(registry.knobs.sampleCount) / weight : 0
        usual = min(1, chance)
        filtered = min(1, chance * SampleChance.filterFactor)
    }

    private static func share(_ tasks: [UInt32], _ registry: Registry) -> Double {
        let hits = tasks.count { registry.frames.isFiltered[Int(registry.tasks[Int($0)].frame)] }
        return tasks.isEmpty ? 0 : Double(hits) / Double(tasks.count)
    }

    private static func share(_ conduct: Conduct, _ registry: Registry) -> Double {
        var (all, hits) = (0.0, 0.0)
        for place in Int(conduct.firstTask)..<Int(conduct.firstTask) + Int(conduct.taskCount) {
            let task = registry.tasks[place]
            all += Double(task.weight)
            if registry.frames.isFiltered[Int(task.frame)] { hits += Double(task.weight) }
        }
        return all > 0 ? hits / all * (1 - Double(conduct.ownShare)) : 0
    }
}
