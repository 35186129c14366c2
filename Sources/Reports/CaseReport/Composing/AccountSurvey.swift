public import Casework

/// Counts over all accounts of a case, made in one pass; keeps what is said of members of groups.
public struct AccountSurvey: Sendable {
    /// What a report needs to know of a member.
    public struct Traits: Sendable, Hashable {
        public var country: String?
        public var channel: String?
        /// The campaign it is accused under, if any.
        public var campaign: String?
        public var probability: Double?
    }

    public private(set) var total = 0
    public private(set) var unlisted = 0
    /// Listed accounts without a value, by column in the order of the table.
    public private(set) var missing = Columns()
    public private(set) var byCountry: [String?: Int] = [:]
    public private(set) var byChannel: [String?: Int] = [:]
    /// Of accused accounts, in order of account ids once `accused` is read.
    private var traits: [AccountID: Traits] = [:]

    public struct Columns: Sendable, Hashable {
        public var channel = 0
        public var plan = 0
        public var declaredCountry = 0
        public var emailDomain = 0
        public var orgName = 0

        var named: [(name: String, count: Int)] {
            [
                ("channel", channel), ("plan", plan), ("declared_country", declaredCountry),
                ("email_domain", emailDomain), ("org_name", orgName),
            ]
        }
    }

    public init() {}

    public mutating func add(_ row: AccountRow) {
        total += 1
        byCountry[row.declaredCountry, default: 0] += 1
        byChannel[row.channel, default: 0] += 1
        if row.unlisted { unlisted += 1 } else { countMissing(row) }
        guard let campaign = row.campaign else { return }
        traits[row.accountId] = Traits(
            country: row.declaredCountry, channel: row.channel, campaign: campaign,
            probability: row.probability)
    }

    /// Listed accounts.
    public var listed: Int { total - unlisted }

    /// Accounts in a campaign at or above the threshold, by account id.
    var accused: [(account: AccountID, traits: Traits)] {
        traits.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private mutating func countMissing(_ row: AccountRow) {
        if row.channel == nil { missing.channel += 1 }
        if row.plan == nil { missing.plan += 1 }
        if row.declaredCountry == nil { missing.declaredCountry += 1 }
        if row.emailDomain == nil { missing.emailDomain += 1 }
        if row.orgName == nil { missing.orgName += 1 }
    }
}
