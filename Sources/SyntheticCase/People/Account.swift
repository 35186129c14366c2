enum AccountStatus: String, CaseIterable, Sendable { case active, suspended, banned, closed }

enum Plan: String, CaseIterable, Sendable { case free, paid, education, research, startup, enterprise }

/// How an account was opened, and how an exchange came in.
enum Channel: String, CaseIterable, Sendable {
    case api, web, reseller
    case nimbus = "cloud:nimbus"
    case stratus = "cloud:stratus"
}

/// What the truth beside the folder says of an account. Nothing inside the folder depends on it.
enum Truth: Sendable {
    case ordinary
    case campaign(name: String, actor: String)
    case lookAlike(kind: String)
}

/// One account of the invented service with everything it holds.
struct Account: Sendable {
    var id: String
    var created: Instant
    var truth: Truth
    var status = AccountStatus.active
    var closed: Instant?
    var channel = Channel.web
    /// How its exchanges come in; a reseller's customers come in through the API.
    var surface = Channel.web
    var plan = Plan.free
    var country: String?
    var emailDomain: String?
    var emailHash: String?
    var organization: String?
    /// Whether accounts.csv has a row for it; the logs may name accounts that the export left out.
    var listed = true
    var payments: [Payment] = []
    var attributes: [Attribute] = []
    /// Client strings of its requests; empty where the provider logged none.
    var clients: [String] = []
    var metadata: [MetadataHabit] = []

    var life: Range<Instant> { Calendar.life(created: created, closed: closed) }

    mutating func hold(_ kind: String, _ value: String) {
        if !attributes.contains(where: { $0.kind == kind && $0.value == value }) {
            attributes.append(Attribute(kind: kind, value: value))
        }
    }

    mutating func pay(_ kind: PaymentKind, _ fingerprint: String, issuer: String?) {
        if !payments.contains(where: { $0.fingerprint == fingerprint }) {
            payments.append(Payment(fingerprint: fingerprint, kind: kind, issuer: issuer))
        }
    }

    /// The provider ends the account.
    mutating func end(as status: AccountStatus, at moment: Instant) {
        self.status = status
        closed = moment
    }
}
