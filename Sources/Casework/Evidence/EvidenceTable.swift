/// What a file of evidence holds. The raw value is the name in file names, messages and JSON.
public enum EvidenceTable: String, CaseIterable, Sendable, Codable {
    case accounts, payments, attributes, exchanges, samples, events, terms, sources
    case ipRanges = "ip_ranges"
    /// `case.yaml`
    case caseDescription = "case"
    /// `profiles/*.yaml`
    case profile
    /// `rules/*.yar`
    case rules
    /// `indicators/*.json`
    case indicators
    /// What a MaxMind database says of the case's addresses.
    case geoip
}

/// How an account stands with the provider.
public enum AccountStatus: String, CaseIterable, Sendable, Codable { case active, suspended, banned, closed }

public enum Plan: String, CaseIterable, Sendable, Codable {
    case free, paid, education, research, startup, enterprise
}

public enum PaymentKind: String, CaseIterable, Sendable, Codable {
    case card, prepaid, bank, wallet, invoice, crypto
}

public enum NetworkUsage: String, CaseIterable, Sendable, Codable {
    case hosting, vpn, cgnat, mobile, corporate, education, isp, unknown
    case residentialProxy = "residential_proxy"
}

public enum EventKind: String, CaseIterable, Sendable, Codable {
    case roadmap, other
    case modelRelease = "model_release"
    case banWave = "ban_wave"
    case policyChange = "policy_change"
}

public enum TermKind: String, CaseIterable, Sendable, Codable {
    case region, resale, identity
    case automatedExtraction = "automated_extraction"
    case competingModel = "competing_model"
}
