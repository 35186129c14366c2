import Casework

/// What is usual in the case: rates over all accounts that groups are held against.
struct Background: Sendable {
    let banned: Double
    let networks: NetworkFigures
    let addresses: AddressTable
    let holders: [Int32]
    /// Whether values of that kind index belong to the sets below.
    let means: [Bool]
    let payment: [Bool]
    let device: [Bool]
    let metadata: [Bool]
    let openIdentity: [Bool]
    let referral: [Bool]
    let hiddenTies: [Bool]
    let address: [Bool]

    init(_ input: AnalysisInput, addresses: AddressTable, holders: [Int32]) {
        let accounts = input.accounts
        let banned = accounts.status.reduce(0) { $0 + ($1 == .banned || $1 == .suspended ? 1 : 0) }
        self.banned = Double(banned) / Double(max(1, accounts.count))
        networks = NetworkFigures(0..<Int32(accounts.count), input, addresses)
        self.addresses = addresses
        self.holders = holders
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
