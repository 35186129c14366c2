/// Words of other people's systems for those of the format.
enum KnownWords {
    static let statuses = [
        "enabled": "active", "ok": "active", "open": "active", "disabled": "suspended", "locked": "suspended",
        "blocked": "banned", "terminated": "banned", "deleted": "closed", "cancelled": "closed",
        "canceled": "closed",
    ]
    static let plans = [
        "trial": "free", "basic": "free", "pro": "paid", "plus": "paid", "premium": "paid",
        "business": "enterprise",
        "team": "enterprise", "edu": "education", "student": "education",
    ]
    static let payments = [
        "credit": "card", "debit": "card", "credit_card": "card", "debit_card": "card", "visa": "card",
        "mastercard": "card", "amex": "card", "prepaid_card": "prepaid", "gift_card": "prepaid",
        "sepa": "bank",
        "ach": "bank", "transfer": "bank", "bank_transfer": "bank", "paypal": "wallet", "apple_pay": "wallet",
        "google_pay": "wallet", "bitcoin": "crypto",
    ]
}

/// Columns whose names say what kind of attribute they are.
struct KnownAttributes {
    var kind: String
    var names: [String]
    var isHashed = false

    static let all = [
        KnownAttributes(kind: "device", names: ["device", "device_id", "device_fingerprint", "browser_id"]),
        KnownAttributes(kind: "tls_ja4", names: ["ja4", "tls_ja4", "ja4_fingerprint"]),
        KnownAttributes(kind: "tls_ja3", names: ["ja3", "tls_ja3", "ja3_hash"]),
        KnownAttributes(kind: "user_agent", names: ["user_agent", "useragent", "http_user_agent", "ua"]),
        KnownAttributes(kind: "phone_hash", names: ["phone_hash"]),
        KnownAttributes(kind: "phone_hash", names: ["phone", "phone_number", "telephone"], isHashed: true),
        KnownAttributes(kind: "email_hash", names: ["email", "customer_email", "mail"], isHashed: true),
        KnownAttributes(
            kind: "org_id", names: ["org_id", "organization_id", "team_id", "tenant_id", "workspace_id"]),
        KnownAttributes(kind: "referral_code", names: ["referral_code", "referral", "promo_code", "coupon"]),
        KnownAttributes(kind: "metadata_user", names: ["metadata_user", "end_user", "metadata_user_id"]),
    ]
}
