/// Whose evidence there is: everybody's, the suspects', or the suspects' with a sample of the others.
struct Coverage: Sendable {
    enum Part: UInt8 { case absent, present, control }

    let parts: [Part]

    init(_ registry: Registry) {
        let knobs = registry.knobs
        guard knobs.count(.population) > 0 else {
            parts = Array(repeating: .present, count: registry.people.count)
            return
        }
        var random = registry.random("coverage")
        let fraud = registry.people.indices.count { registry.isFraudulent($0) }
        let lookAlikes = registry.people.count { $0.label != 0 } - fraud
        let wanted = Double(fraud) * knobs[.suspectsFound] * knobs[.innocentSuspects]
        // Seven in ten of the innocent suspects belong to some group that looks like an operation.
        let known = min(1, wanted * 0.7 / Double(max(1, lookAlikes)))
        let other = min(1, wanted * 0.3 / Double(max(1, registry.people.count - fraud - lookAlikes)))
        let withControl = knobs.count(.population) == 2
        parts = registry.people.indices.map { person in
            let isOrdinary = registry.people[person].label == 0
            let chance =
                registry.isFraudulent(person) ? knobs[.suspectsFound] : (isOrdinary ? other : known)
            if random.chance(chance) { return .present }
            return withControl && random.chance(1 / knobs[.controlOneIn]) ? .control : .absent
        }
    }

    func has(_ person: Int) -> Bool { parts[person] != .absent }

    /// What case.yaml says of it.
    static func text(_ knobs: KnobSettings) -> String {
        ["all", "suspects", "suspects+control 1:\(knobs.count(.controlOneIn))"][knobs.count(.population)]
    }
}
