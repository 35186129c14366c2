/// Accounts numbered by operation and campaign, both in the order of their names.
struct ScoreLabels: Sendable {
    let operations: [ExactText]
    let campaigns: [ExactText]
    let campaignNumbers: [ExactText: Int]
    /// By number of the operation; the first that a row of it names, in the order of accounts.
    let trueActors: [Int: ExactText]
    /// By number of the campaign.
    let foundActors: [Int: ExactText]
    /// Every fraudulent or accused account, in no order that matters.
    let all: [(operation: Int?, campaign: Int?)]
    private let operationOf: [AccountID: Int]

    init(members: [CampaignMember], truth: [TruthRow]) {
        operations = Self.names(truth.map(\.campaign))
        campaigns = Self.names(members.map(\.campaign))
        let operationNumbers = Self.numbers(operations)
        let campaignNumbers = Self.numbers(campaigns)
        var trueActors: [Int: ExactText] = [:]
        var foundActors: [Int: ExactText] = [:]
        var operationOf: [AccountID: Int] = [:]
        for row in truth {
            guard let number = operationNumbers[row.campaign] else { continue }
            operationOf[row.account] = number
            if trueActors[number] == nil { trueActors[number] = row.actor }
        }
        var all: [(operation: Int?, campaign: Int?)] = []
        for member in members {
            guard let number = campaignNumbers[member.campaign] else { continue }
            all.append((operationOf[member.account], number))
            if foundActors[number] == nil { foundActors[number] = member.actor }
        }
        let accused = Set(members.map(\.account))
        for row in truth where !accused.contains(row.account) { all.append((operationOf[row.account], nil)) }
        self.campaignNumbers = campaignNumbers
        self.trueActors = trueActors
        self.foundActors = foundActors
        self.operationOf = operationOf
        self.all = all
    }

    /// nil for an innocent account.
    func operation(of account: AccountID) -> Int? { operationOf[account] }

    private static func names(_ texts: [ExactText]) -> [ExactText] { Set(texts).sorted() }

    private static func numbers(_ names: [ExactText]) -> [ExactText: Int] {
        Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    }
}
