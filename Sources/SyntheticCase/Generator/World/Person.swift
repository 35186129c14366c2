/// An account of an invented world, without what it holds and does: those lie in arrays of the registry, and each
/// person's begin where the person says and end where the next person's begin.
struct Person: Sendable {
    var created: UInt32
    /// 0 while the account is open.
    var closed: UInt32
    var status: AccountStatus
    var channel: Channel
    var plan: Plan
    /// Index into `Places.all`, or `Person.nowhere`.
    var country: UInt8
    var hasEmailHash: Bool
    /// Indices into the texts of the registry; 0 is none.
    var domain: UInt32
    var organization: UInt32
    /// Index into the labels of the registry.
    var label: UInt16
    var firstHolding: UInt32
    var firstPayment: UInt32
    var firstConduct: UInt32

    static let nowhere: UInt8 = 255
}

/// What the truth says of an account.
enum Label: Sendable, Equatable {
    case ordinary
    case lookAlike(kind: String)
    case operation(number: Int)

    var isOperation: Bool {
        if case .operation = self { return true }
        return false
    }
}

/// Kinds of attributes; the raw value is the column `kind`.
enum HoldingKind: String, CaseIterable, Sendable {
    case device
    case tls = "tls_ja4"
    case agent = "user_agent"
    case phone = "phone_hash"
    case organization = "org_id"
    case referral = "referral_code"
    case metadataUser = "metadata_user"
    case metadataProject = "metadata_project"

    /// Whether the value is a text of the registry; else it is a digest, made when written.
    var isText: Bool { self != .device && self != .phone }
}

/// A value in somebody's hands; 0 as a bound stands for the account's own beginning or end.
struct Holding: Sendable {
    var kind: HoldingKind
    var value: UInt64
    var from: UInt32 = 0
    var until: UInt32 = 0
}

/// A means of payment in somebody's hands.
struct Means: Sendable {
    var kind: PaymentKind
    var fingerprint: UInt64
    /// Index into `Places.all`, or `Person.nowhere`.
    var issuer: UInt8
    var from: UInt32 = 0
    var until: UInt32 = 0
}
