import Casework

@testable import Analysis

/// A small invented case, written down row by row and turned into the analysis' columns.
struct SmallWorld {
    struct Account {
        var id: String
        var createdAt: Int64 = AccountColumns.noTime
        var closedAt: Int64 = AccountColumns.noTime
        var status: AccountStatus?
        var plan: Plan?
        var channel: String?
        /// What the account is in truth: "honest", "ring", "class" …
        var truth = "honest"
        /// How many accounts of the population it stands for.
        var weight: UInt32 = 1
    }

    struct Holding {
        var account: String
        var kind: ArtifactKind
        var value: String
    }

    struct Exchange {
        var account: String
        var seconds: UInt32
        var key: String?
        var address: String?
    }

    struct Sample {
        var account: String
        var seconds: UInt32
        var template: String?
        var capabilities: [String]
    }

    var accounts: [Account] = []
    var holdings: [Holding] = []
    var exchanges: [Exchange] = []
    var samples: [Sample] = []
    var indicators: [PartnerIndicator] = []
    var paymentKinds: [String: PaymentKind] = [:]
    var ranges: [NetworkRange] = []
    var profiles: [LabProfile] = []
    var population = Population.all

    mutating func hold(_ account: String, _ kind: ArtifactKind, _ value: String) {
        holdings.append(Holding(account: account, kind: kind, value: value))
    }

    mutating func exchange(
        _ account: String, at seconds: UInt32, key: String? = nil, from address: String? = nil
    ) {
        exchanges.append(Exchange(account: account, seconds: seconds, key: key, address: address))
    }

    mutating func sample(
        _ account: String, at seconds: UInt32 = SmallWorld.opening, template: String? = nil,
        capabilities: [String] = []
    ) {
        samples.append(
            Sample(account: account, seconds: seconds, template: template, capabilities: capabilities))
    }

    /// The same rows in another order.
    func shuffled(seed: UInt64) -> SmallWorld {
        var copy = self
        var generator = SeededGenerator(seed: seed)
        func deal<T>(_ list: inout [T]) {
            for index in list.indices.dropFirst() { list.swapAt(index, generator.below(index + 1)) }
        }
        deal(&copy.accounts)
        deal(&copy.holdings)
        deal(&copy.exchanges)
        deal(&copy.samples)
        deal(&copy.ranges)
        return copy
    }

    /// Account ids by index, ascending.
    var ids: [String] { accounts.map(\.id).sorted { ExactText($0) < ExactText($1) } }

    /// Columns in canonical order; account numbers follow the order of the rows, as in a real case.
    func input() -> AnalysisInput {
        var input = AnalysisInput()
        let order = accounts.enumerated().sorted { ExactText($0.element.id) < ExactText($1.element.id) }
        input.accounts.channels = Set(accounts.compactMap(\.channel)).sorted()
        for (row, account) in order {
            let channel = account.channel.flatMap { input.accounts.channels.firstIndex(of: $0) }
            input.accounts.append(
                number: UInt32(row + 1), createdAt: account.createdAt, closedAt: account.closedAt,
                status: account.status, plan: account.plan, channel: Int32(channel ?? -1))
        }
        let index = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1.element.id, $0) })
        addValues(&input, index)
        addExchanges(&input, index)
        addSamples(&input, index)
        if accounts.contains(where: { $0.weight > 1 }) {
            input.accounts.weight = order.map(\.element.weight)
        }
        input.indicators = indicators
        (input.profiles, input.population) = (profiles, population)
        input.ranges = ranges.sorted { $0.range < $1.range }
        return input
    }

    private var uses: [Holding] {
        holdings
            + exchanges.flatMap { exchange in
                [exchange.key.map { Holding(account: exchange.account, kind: .promptKey, value: $0) }]
                    .compactMap { $0 }
                    + [exchange.address.map { Holding(account: exchange.account, kind: .address, value: $0) }]
                    .compactMap { $0 }
            }
            + samples.compactMap { sample in
                sample.template.map { Holding(account: sample.account, kind: .template, value: $0) }
            }
    }

    private func addValues(_ input: inout AnalysisInput, _ index: [String: Int]) {
        var counts: [Int: [Artifact: UInt32]] = [:]
        for use in uses {
            counts[index[use.account]!, default: [:]][
                Artifact(kind: use.kind, value: ExactText(use.value)), default: 0] += 1
        }
        let artifacts = Set(counts.values.flatMap(\.keys)).sorted()
        input.values.kinds = Set(artifacts.map(\.kind)).sorted()
        var number: [Artifact: UInt32] = [:]
        for artifact in artifacts {
            number[artifact] = UInt32(input.values.count)
            input.values.kind.append(UInt16(input.values.kinds.firstIndex(of: artifact.kind)!))
            input.values.bytes += Array(artifact.value.string.utf8)
            input.values.ends.append(input.values.bytes.count)
            input.values.paymentKind.append(
                artifact.kind == .payment ? paymentKinds[artifact.value.string] : nil)
        }
        for account in 0..<accounts.count {
            for (value, count) in (counts[account] ?? [:]).map({ (number[$0]!, $1) }).sorted(by: {
                $0.0 < $1.0
            }) {
                input.holdings.value.append(value)
                input.holdings.count.append(count)
                input.holdings.first.append(0)
                input.holdings.last.append(0)
            }
            input.holdings.offsets.append(input.holdings.value.count)
        }
    }

    private func addSamples(_ input: inout AnalysisInput, _ index: [String: Int]) {
        guard !samples.isEmpty else { return }
        let values = Dictionary(
            uniqueKeysWithValues: (0..<input.values.count).map { (input.values.artifact($0), UInt32($0)) })
        let names = Set(samples.flatMap(\.capabilities)).sorted()
        input.samples.capabilityNames = names
        var byAccount: [[Sample]] = Array(repeating: [], count: accounts.count)
        for sample in samples { byAccount[index[sample.account]!].append(sample) }
        for list in byAccount {
            for sample in list.sorted(by: {
                ($0.seconds, $0.template ?? "", $0.capabilities.joined())
                    < ($1.seconds, $1.template ?? "", $1.capabilities.joined())
            }) {
                let template = sample.template.flatMap {
                    values[Artifact(kind: .template, value: ExactText($0))]
                }
                input.samples.seconds.append(sample.seconds)
                input.samples.template.append(template ?? ActivityColumns.none)
                input.samples.capabilities.append(
                    sample.capabilities.reduce(0) { $0 | 1 << UInt64(names.firstIndex(of: $1)!) })
            }
            input.samples.offsets.append(input.samples.seconds.count)
        }
    }

    private func addExchanges(_ input: inout AnalysisInput, _ index: [String: Int]) {
        var byAccount: [[Exchange]] = Array(repeating: [], count: accounts.count)
        for exchange in exchanges { byAccount[index[exchange.account]!].append(exchange) }
        let values = Dictionary(
            uniqueKeysWithValues: (0..<input.values.count).map { (input.values.artifact($0), UInt32($0)) })
        for list in byAccount {
            var hours: [UInt32: UInt32] = [:]
            for exchange in list.sorted(by: { ($0.seconds, $0.key ?? "") < ($1.seconds, $1.key ?? "") }) {
                input.activity.seconds.append(exchange.seconds)
                let key = exchange.key.flatMap { values[Artifact(kind: .promptKey, value: ExactText($0))] }
                input.activity.promptKey.append(key ?? ActivityColumns.none)
                input.activity.model.append(UInt16.max)
                hours[exchange.seconds / 3600, default: 0] += 1
            }
            for (hour, count) in hours.sorted(by: { $0.key < $1.key }) {
                input.hours.hour.append(hour)
                input.hours.count.append(count)
            }
            input.hours.offsets.append(input.hours.hour.count)
            input.activity.offsets.append(input.activity.seconds.count)
        }
    }
}
