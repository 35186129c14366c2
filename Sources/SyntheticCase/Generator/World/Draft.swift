/// An account before it is enrolled, with everything it holds and does.
struct Draft {
    var label: UInt16
    var created: Instant
    var closed: Instant?
    var status = AccountStatus.active
    var channel = Channel.web
    var plan = Plan.free
    /// Index into `Places.all`: where the account's owner lives.
    var place = 0
    var declaresCountry = true
    var domain: UInt32 = 0
    var organization: UInt32 = 0
    var hasEmailHash = true
    var holdings: [Holding] = []
    var payments: [Means] = []
    var conducts: [Conduct] = []

    init(label: UInt16, created: Instant) {
        self.label = label
        self.created = created
    }

    mutating func hold(_ kind: HoldingKind, _ value: UInt64, from: UInt32 = 0, until: UInt32 = 0) {
        guard !holdings.contains(where: { $0.kind == kind && $0.value == value }) else { return }
        holdings.append(Holding(kind: kind, value: value, from: from, until: until))
    }

    mutating func pay(
        _ kind: PaymentKind, _ fingerprint: UInt64, issuer: Int?, from: UInt32 = 0, until: UInt32 = 0
    ) {
        guard !payments.contains(where: { $0.fingerprint == fingerprint }) else { return }
        let issuer = issuer.map { UInt8(truncatingIfNeeded: $0) } ?? Person.nowhere
        payments.append(
            Means(kind: kind, fingerprint: fingerprint, issuer: issuer, from: from, until: until))
    }

    mutating func close(_ status: AccountStatus, at moment: Instant) {
        self.status = status
        closed = moment
    }
}
