/// Strangers with prepaid cards of one series, which the payment processor takes for one card.
struct PrepaidCrowd: Crowd {
    static let kind = "prepaid"

    func enter(_ registry: inout Registry, count: Int) {
        var random = registry.random("prepaid")
        let label = label(&registry)
        for size in sizes(count, median: registry.knobs[.prepaidSize], &random) {
            let series = random.next()
            let issuer = random.weighted(Places.weights)
            for _ in 0..<size {
                var draft = registry.newcomer(label: label, place: random.chance(0.5) ? issuer : nil, &random)
                if draft.plan == .free { draft.plan = .paid }
                draft.pay(.prepaid, series, issuer: issuer)
                registry.giveMail(&draft, &random)
                registry.giveDevices(&draft, &random)
                draft.conducts = [registry.everyday(&draft, &random)]
                registry.enrol(draft)
            }
        }
    }
}
