/// Everybody else: private people and small businesses, each alone.
struct PrivatePeople {
    func enter(_ registry: inout Registry, count: Int) {
        var random = registry.random("private")
        for _ in 0..<count {
            var draft = registry.newcomer(label: 0, &random)
            registry.settle(&draft, &random)
            draft.conducts = [registry.everyday(&draft, &random)]
            registry.enrol(draft)
        }
    }
}
