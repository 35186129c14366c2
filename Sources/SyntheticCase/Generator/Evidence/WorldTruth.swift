/// What lies beside the folder.
struct WorldTruth {
    private let registry: Registry
    private let names: AccountNames
    /// Accounts of operations and of look-alikes, in the order of ids.
    let fraudulent: [(person: UInt32, operation: Int)]
    let innocent: [(person: UInt32, kind: String)]

    init(world: GeneratedWorld, order: [UInt32]) {
        registry = world.registry
        names = AccountNames(seed: world.registry.seed)
        var fraudulent: [(person: UInt32, operation: Int)] = []
        var innocent: [(person: UInt32, kind: String)] = []
        for person in order {
            switch registry.labels[Int(registry.people[Int(person)].label)] {
            case .ordinary: continue
            case .lookAlike(let kind): innocent.append((person, kind))
            case .operation(let number): fraudulent.append((person, number))
            }
        }
        (self.fraudulent, self.innocent) = (fraudulent, innocent)
    }

    func campaigns() -> [String] {
        ["account_id,campaign,actor"]
            + fraudulent.map { row in
                let operation = registry.operations[row.operation]
                return TableText.row([id(row.person), operation.campaign, actor(operation.lab)])
            }
    }

    func lookAlikes() -> [String] {
        ["account_id,group"] + innocent.map { TableText.row([id($0.person), $0.kind]) }
    }

    /// For every operation what leads to its lab; `framed` is whom forged metadata names.
    func evidence() -> [String] {
        ["campaign,actor,evidence,framed"]
            + registry.operations.map {
                TableText.row([$0.campaign, actor($0.lab), $0.evidence.rawValue, actor($0.framed)])
            }
    }

    private func actor(_ lab: Int?) -> String { lab.map { registry.labs[$0].name } ?? "" }

    private func id(_ person: UInt32) -> String {
        var bytes: [UInt8] = []
        names.add(Int(person), to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
