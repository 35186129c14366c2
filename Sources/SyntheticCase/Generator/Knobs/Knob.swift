/// Everything about an invented world that can be turned: this file is the whole list.
///
/// `Documentation/generate.md` repeats it, and a test compares the two.
public enum Knob: String, CaseIterable, Sendable {
    // Size.
    case accounts
    case fraudShare = "fraud-share"
    case exchangesPerAccount = "exchanges-per-account"
    case samplesPerAccount = "samples-per-account"
    case days
    // Operations: how many of each style.
    case hydra, paths, synchronised, resold, pivot, change, mixing, slow, framed, careful
    // Operations: habits.
    case keep
    case fraudTraffic = "fraud-traffic"
    case largest = "largest-operation"
    case banned, cover, leak
    case market
    case soldValues = "sold-values"
    case commonFrames = "common-frames"
    case saltedKeys = "salted-keys"
    case strongEvidence = "strong-evidence"
    case thinEvidence = "thin-evidence"
    case carefulForgers = "careful-forgers"
    // Those who only look like operations: share of the accounts, and usual size of a group.
    case companyShare = "company-share"
    case companySize = "company-size"
    case classShare = "class-share"
    case classSize = "class-size"
    case schoolShare = "school-share"
    case schoolSize = "school-size"
    case resellerShare = "reseller-share"
    case resellerSize = "reseller-size"
    case eventShare = "event-share"
    case eventSize = "event-size"
    case mobileShare = "mobile-share"
    case mobileSize = "mobile-size"
    case privacyShare = "vpn-share"
    case privacySize = "vpn-size"
    case frameworkShare = "framework-share"
    case frameworkSize = "framework-size"
    case proxyShare = "proxy-customer-share"
    case prepaidShare = "prepaid-share"
    case prepaidSize = "prepaid-size"
    case familyShare = "family-share"
    case familySize = "family-size"
    case agencyShare = "agency-share"
    case agencySize = "agency-size"
    case heavyShare = "heavy-share"
    case heavyVolume = "heavy-volume"
    case heavyBurst = "heavy-burst"
    case researchShare = "research-share"
    case researchSize = "research-size"
    case hourlyShare = "hourly-job-share"
    // Noise.
    case spread
    case idle
    case missingAttributes = "missing-attributes"
    case lostFields = "lost-fields"
    case sharedDevices = "shared-devices"
    case coincidentCards = "coincident-cards"
    case churnDays = "churn-days"
    case fourShare = "ipv4-homes"
    case hostile
    // Evidence that is not there.
    case dropAttributes = "drop-attributes"
    case dropPayments = "drop-payments"
    case dropRanges = "drop-ip-ranges"
    case dropSamples = "drop-samples"
    case dropDevice = "drop-device"
    case dropTLS = "drop-tls"
    case dropMetadata = "drop-metadata"
    case dropPromptKeys = "drop-prompt-keys"
    case dropAddresses = "drop-ip"
    case dropClient = "drop-client"
    case dropDomains = "drop-email-domain"
    case dropOrganizations = "drop-organisation"
    case samplesKept = "samples-kept"
    case timeStep = "time-step"
    case signUpStep = "sign-up-step"
    // Whom the evidence covers.
    case population
    case controlOneIn = "control-one-in"
    case suspectsFound = "suspects-found"
    case innocentSuspects = "innocent-suspects"
    // Form.
    case exchangeIDs = "exchange-ids"

    /// What the knob is, where it stands and how far it turns.
    public var definition: KnobDefinition {
        switch self {
        case .accounts: return .count("accounts", 100_000, 500...2_000_000, "accounts of the world")
        case .fraudShare: return .share(0.024, "accounts that operations hold, as a share of all")
        case .exchangesPerAccount:
            return .number("exchanges", 16, 1...1000, "mean, before `keep` takes some away")
        case .samplesPerAccount:
            return .number("samples", 0.1, 0...5, "texts kept, as a mean over the accounts")
        case .days: return .count("days", 100, 14...365, "length of the period, from 2025-11-03 on")

        case .hydra:
            return .count(
                "operations", 1, 0...20,
                "proxy network: many cells, banned accounts replaced at once, customers' traffic mixed in")
        case .paths:
            return .count(
                "operations", 1, 0...20,
                "slow, over API, web and clouds; a card and a device of its own for every account")
        case .synchronised:
            return .count("operations", 1, 0...20, "small, load-balanced to the second, shared payments")
        case .resold:
            return .count(
                "pairs", 1, 0...20,
                "two labs behind one reseller: the same exits, own cards, devices and frames")
        case .pivot:
            return .count("operations", 1, 0...20, "turns to a new model within a day of its release")
        case .change:
            return .count("operations", 1, 0...20, "new cards, devices, frames and exits after a ban wave")
        case .mixing:
            return .count("operations", 1, 0...20, "most of its traffic is that of unrelated customers")
        case .slow: return .count("operations", 1, 0...20, "few exchanges for each account, over a long time")
        case .framed: return .count("operations", 1, 0...20, "forges the metadata of a rival lab")
        case .careful:
            return .count(
                "operations", 0, 0...20,
                "own card, own device, own exits for each account; the work alone is common")

        case .keep: return .share(1, "exchanges of fraudulent accounts that the log has: 0.1 is 1 in 10")
        case .fraudTraffic: return .share(0.2, "exchanges of operations, as a share of all, before `keep`")
        case .largest:
            return .share(
                0.35, "accounts of the hydra, as a share of the fraudulent ones where other operations exist")
        case .banned:
            return .share(
                0.2, "fraudulent accounts that the provider has banned; each operation draws around it")
        case .cover: return .share(0.15, "traffic of unrelated customers through the hydra's accounts")
        case .leak: return .share(0.05, "accounts of careful operations that slip and share a value")
        case .market:
            return .share(
                0.5, "exits rented from networks that other operations and ordinary people rent too")
        case .soldValues:
            return .share(0.04, "cards and devices bought from sellers who serve every operation")
        case .commonFrames:
            return .share(0.2, "frames of operations that are published, and that innocents send too")
        case .saltedKeys:
            return .share(
                0.15,
                "operations that write the account into their frames, so that every account has keys of its own"
            )
        case .strongEvidence:
            return .share(0.5, "operations with evidence of their lab from several independent sources")
        case .thinEvidence:
            return .share(0.25, "operations with one weak piece of evidence; the rest have none")
        case .carefulForgers: return .share(0.25, "forgers who imitate slips and do not stamp every account")

        case .companyShare: return .share(0.03, "employees of companies: one payer, one network, one domain")
        case .companySize: return .size(40, "employees with an account, median")
        case .classShare: return .share(0.012, "students of a class: one assignment, one campus network")
        case .classSize: return .size(55, "students of a class, median")
        case .schoolShare: return .share(0.005, "pupils on shared computers, without cards")
        case .schoolSize: return .size(24, "pupils of a school, median")
        case .resellerShare: return .share(0.008, "customers of declared resellers: one payer, one egress")
        case .resellerSize: return .size(60, "customers of a reseller, median")
        case .eventShare: return .share(0.006, "people at hackathons: one hall, one code, one weekend")
        case .eventSize: return .size(70, "people at an event, median")
        case .mobileShare: return .share(0.03, "people behind carrier NAT")
        case .mobileSize: return .size(400, "people behind one carrier's exits, median")
        case .privacyShare: return .share(0.015, "people who use a VPN")
        case .privacySize: return .size(250, "people behind one VPN service, median")
        case .frameworkShare:
            return .share(0.03, "users of popular agent frameworks, with the frameworks' frames")
        case .frameworkSize: return .size(900, "users of one framework, median")
        case .proxyShare: return .share(0.012, "ordinary customers of the proxies that operations use")
        case .prepaidShare: return .share(0.008, "strangers whose prepaid cards show the same fingerprint")
        case .prepaidSize: return .size(45, "strangers on one fingerprint, median")
        case .familyShare: return .share(0.02, "families: one card, one line, devices handed round")
        case .familySize: return .size(3, "accounts of a family, median")
        case .agencyShare: return .share(0.006, "agencies: several clients, several cards, one office")
        case .agencySize: return .size(14, "accounts of an agency, median")
        case .heavyShare: return .share(0.005, "honest heavy users")
        case .heavyVolume:
            return .number(
                "times", 1, 0.1...10, "exchanges of a heavy user over those of a fraudulent account, mean")
        case .heavyBurst: return .share(0.15, "exchanges of heavy users that fall on the day of the release")
        case .researchShare:
            return .share(0.002, "researchers with permission: graders and probes, one grant")
        case .researchSize: return .size(14, "researchers of a group, median")
        case .hourlyShare: return .share(0.003, "accounts whose own program asks by the clock")

        case .spread: return .number("log sd", 1.3, 0...2.5, "spread of honest volume (log-normal)")
        case .idle: return .share(0.04, "honest accounts without any exchange")
        case .missingAttributes:
            return .share(0.1, "devices, fingerprints and numbers that the provider failed to record")
        case .lostFields: return .share(0.01, "optional fields of exchanges that the log lost")
        case .sharedDevices: return .share(0.01, "innocents whose device a stranger used before")
        case .coincidentCards: return .share(0.005, "innocents whose card's fingerprint a stranger shows too")
        case .churnDays: return .number("days", 20, 1...365, "usual time a line keeps its address")
        case .fourShare: return .share(0.4, "home lines on IPv4; the rest has IPv6")
        case .hostile: return .share(0.002, "samples of ordinary people that attack whoever shows them")

        case .dropAttributes: return .flag("leave out attributes.csv")
        case .dropPayments: return .flag("leave out payments.csv")
        case .dropRanges: return .flag("leave out ip_ranges.csv")
        case .dropSamples: return .flag("leave out the samples")
        case .dropDevice: return .flag("leave out devices")
        case .dropTLS: return .flag("leave out TLS fingerprints")
        case .dropMetadata: return .flag("leave out metadata, in attributes and samples")
        case .dropPromptKeys: return .flag("leave out the column prompt_key")
        case .dropAddresses: return .flag("leave out the column ip")
        case .dropClient: return .flag("leave out the column client")
        case .dropDomains: return .flag("leave out the column email_domain")
        case .dropOrganizations: return .flag("leave out the column org_name and org_id")
        case .samplesKept: return .share(1, "samples that are left of those the provider kept")
        case .timeStep:
            return .count("seconds", 1, 1...86_400, "times of exchanges and samples are cut to this")
        case .signUpStep: return .count("seconds", 1, 1...86_400, "times of sign-up are cut to this")

        case .population: return .choice(["all", "suspects", "control"], "whose evidence there is")
        case .controlOneIn: return .count("accounts", 20, 2...10_000, "one control stands for so many")
        case .suspectsFound: return .share(0.9, "fraudulent accounts among the suspects")
        case .innocentSuspects:
            return .number("times", 1, 0...20, "innocents among the suspects, over the fraudulent ones")

        case .exchangeIDs: return .flag("give every exchange an exchange_id")
        }
    }
}
