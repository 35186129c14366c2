public import Casework

/// Texts of a column, each kept once: code 0 is no value, else 1 + place in `texts`, in no particular order.
public struct CodedTexts: Sendable {
    public var codes: [UInt32] = []
    public var texts = TextDictionary()

    public init() {}
}

/// The accounts of a case in the order of the bytes of their ids, one element each in every column.
public struct AccountTable: Sendable {
    /// `AccountNumber`s.
    public var number: [UInt32] = []
    public var ids = TextDictionary()
    /// UTC milliseconds; `AccountTable.noTime` where unknown.
    public var createdAt: [Int64] = []
    public var closedAt: [Int64] = []
    public var status: [AccountStatus?] = []
    public var plan: [Plan?] = []
    public var channel = CodedTexts()
    public var country = CodedTexts()
    public var emailDomain = CodedTexts()
    public var emailHash = CodedTexts()
    public var organisation = CodedTexts()

    public static let noTime = Int64.min

    public var count: Int { number.count }

    public init() {}
}

/// All values that evidence names; value number n is element n - 1.
public struct ValueTable: Sendable {
    /// In order of first use.
    public var kinds: [ArtifactKind] = []
    /// Place in `kinds`.
    public var kind: [UInt16] = []
    public var texts = TextDictionary()
    /// Of payments, as first stated; else nil.
    public var paymentKind: [PaymentKind?] = []

    public var count: Int { kind.count }

    public init() {}
}

/// Which account holds which value, by account number, then value number, every pair once.
public struct IncidenceBatch: Sendable {
    public var account: [UInt32] = []
    public var value: [UInt32] = []
    /// Uses or exchanges, at least 1.
    public var count: [UInt32] = []
    /// UTC milliseconds; `AccountTable.noTime` where unknown.
    public var first: [Int64] = []
    public var last: [Int64] = []

    public init() {}
}

/// Exchanges by account number and hour, ascending.
public struct HourBatch: Sendable {
    public var account: [UInt32] = []
    /// Hours since 1970.
    public var hour: [Int32] = []
    public var count: [UInt32] = []

    public init() {}
}

/// Exchanges by account number, then time.
public struct ActivityBatch: Sendable {
    public var account: [UInt32] = []
    /// UTC milliseconds.
    public var at: [Int64] = []
    /// Value numbers, 0 for none.
    public var promptKey: [UInt32] = []
    public var model: [UInt32] = []

    public init() {}
}
