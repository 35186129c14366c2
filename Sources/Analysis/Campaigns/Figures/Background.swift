import Casework

/// What is usual in the population: rates over all accounts that groups are held against, controls weighted.
struct Background: Sendable {
    let banned: Double
    let networks: NetworkFigures
    let capabilities: CapabilityBackground
    let addresses: AddressTable
    /// Accounts of the population that hold each value.
    let holders: [Int32]
    let population: Double
    let coverage: Coverage
    /// Whether values of that kind index belong to the sets below.
    let means: [Bool]
    let payment: [Bool]
    let device: [Bool]
    let metadata: [Bool]
    let openIdentity: [Bool]
    let referral: [Bool]
    let hiddenTies: [Bool]
    let address: [Bool]

    init(_ input: AnalysisInput, addresses: AddressTable, table: IncidenceTable) {
        let coverage = table.coverage
        let accounts = input.accounts
        let banned = (0..<accounts.count).reduce(0.0) { sum, account in
            let status = accounts.status[account]
            let counts = status == .banned || status == .suspended
            return sum + (counts ? Double(coverage.weight(of: account)) : 0)
        }
        self.banned = banned / max(1, coverage.population)
        networks = NetworkFigures(0..<Int32(accounts.count), input, addresses, weighedBy: coverage)
        capabilities = CapabilityBackground(input.samples, coverage)
        self.addresses = addresses
        holders = table.popularity
        population = coverage.population
        self.coverage = coverage
        func kinds(_ test: (ArtifactKind) -> Bool) -> [Bool] { input.values.kinds.map(test) }
        func metadata(_ kind: ArtifactKind) -> Bool { kind.rawValue.hasPrefix("metadata") }
        func device(_ kind: ArtifactKind) -> Bool { kind.rawValue.hasPrefix("device") }
        means = kinds { $0.family == .means }
        payment = kinds { $0 == .payment }
        self.device = kinds(device)
        self.metadata = kinds(metadata)
        openIdentity = kinds { $0 == .emailDomain || $0.rawValue.hasPrefix("org") }
        referral = kinds { kind in ["referral", "voucher", "promo"].contains { kind.rawValue.hasPrefix($0) } }
        hiddenTies = kinds { $0.family == .means || device($0) || metadata($0) || $0 == .emailHash }
        address = kinds { $0 == .address }
    }
}
