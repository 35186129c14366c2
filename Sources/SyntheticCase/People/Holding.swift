enum PaymentKind: String, CaseIterable, Sendable { case card, prepaid, bank, wallet, invoice, crypto }

/// A means of payment as one account held it.
struct Payment: Sendable {
    let fingerprint: String
    let kind: PaymentKind
    let issuer: String?
}

/// A device, fingerprint or other value as one account held it.
struct Attribute: Sendable {
    let kind: String
    let value: String
    /// When it came into use, where that is not the account's own beginning.
    var from: Instant?
}

/// Something a customer's own software writes into the metadata of its requests, in `share` of the samples.
struct MetadataHabit: Sendable {
    let name: String
    let value: String
    let share: Double
}
