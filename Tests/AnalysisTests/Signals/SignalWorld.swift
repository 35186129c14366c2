import Casework

@testable import Analysis

/// A small invented case for the signals, with models, times of holdings, terms and events.
struct SignalWorld {
    struct Account {
        var id: String
        var createdAt = AccountColumns.noTime
        var closedAt = AccountColumns.noTime
        var status: AccountStatus?
        var plan: Plan?
        var country: String?
    }

    struct Exchange {
        var account: String
        var second: UInt32
        var frame: String?
        var model: String?
    }

    struct Holding {
        var account: String
        var kind: ArtifactKind
        var value: String
        var count: UInt32 = 1
        var first: UInt32 = 0
        var last: UInt32 = 0
    }

    /// 2025-06-15T15:00:00Z, a full hour.
    static let opening: UInt32 = 1_750_000_000 / 3600 * 3600
    static let day: UInt32 = 86_400

    var accounts: [Account] = []
    var exchanges: [Exchange] = []
    var holdings: [Holding] = []
    var ranges: [NetworkRange] = []
    var terms: [CaseTerm] = []
    var events: [CaseEvent] = []
    var restricted: [String] = []

    mutating func add(
        _ id: String, createdAt seconds: UInt32? = nil, closedAt: UInt32? = nil, status: AccountStatus? = nil,
        plan: Plan? = nil, country: String? = nil
    ) {
        accounts.append(
            Account(
                id: id, createdAt: seconds.map { Int64($0) * 1000 } ?? AccountColumns.noTime,
                closedAt: closedAt.map { Int64($0) * 1000 } ?? AccountColumns.noTime, status: status,
                plan: plan,
                country: country))
    }

    mutating func exchange(_ account: String, _ second: UInt32, _ frame: String? = nil, model: String? = nil)
    {
        exchanges.append(Exchange(account: account, second: second, frame: frame, model: model))
    }

    mutating func hold(
        _ account: String, _ kind: ArtifactKind, _ value: String, count: UInt32 = 1, first: UInt32 = 0,
        last: UInt32 = 0
    ) {
        holdings.append(
            Holding(account: account, kind: kind, value: value, count: count, first: first, last: last))
    }

    /// The same rows in another order.
    func shuffled(seed: UInt64) -> SignalWorld {
        var (copy, random) = (self, SeededGenerator(seed: seed))
        copy.accounts.shuffle(using: &random)
        copy.exchanges.shuffle(using: &random)
        copy.holdings.shuffle(using: &random)
        copy.terms.shuffle(using: &random)
        copy.events.shuffle(using: &random)
        return copy
    }

    /// Ids by index, ascending.
    var ids: [String] { accounts.map(\.id).sorted { ExactText($0) < ExactText($1) } }

    /// Indices of the accounts whose ids begin so, ascending.
    func members(_ prefix: String) -> [Int32] {
        ids.enumerated().filter { $0.element.hasPrefix(prefix) }.map { Int32($0.offset) }
    }

    func input() -> AnalysisInput {
        var input = AnalysisInput()
        let order = accounts.enumerated().sorted { ExactText($0.element.id) < ExactText($1.element.id) }
        let place = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1.element.id, $0) })
        input.accounts.countries = Set(accounts.compactMap(\.country)).sorted()
        for (row, account) in order {
            let country = account.country.flatMap { input.accounts.countries.firstIndex(of: $0) }
            input.accounts.append(
                number: UInt32(row + 1), createdAt: account.createdAt, closedAt: account.closedAt,
                status: account.status, plan: account.plan, country: Int32(country ?? -1))
        }
        let number = addValues(&input, place)
        addExchanges(&input, place, number)
        (input.ranges, input.terms, input.events) = (ranges, terms, events)
        input.restrictedCountries = restricted
        return input
    }

    private func addValues(_ input: inout AnalysisInput, _ place: [String: Int]) -> [Artifact: UInt32] {
        let held = holdings.map { ($0, Artifact(kind: $0.kind, value: ExactText($0.value))) }
        let frames = exchanges.compactMap(\.frame).map { Artifact(kind: .promptKey, value: ExactText($0)) }
        var number: [Artifact: UInt32] = [:]
        let artifacts = Set(held.map(\.1) + frames).sorted()
        input.values.kinds = Set(artifacts.map(\.kind)).sorted()
        for artifact in artifacts {
            number[artifact] = UInt32(input.values.count)
            input.values.kind.append(UInt16(input.values.kinds.firstIndex(of: artifact.kind)!))
            input.values.bytes += Array(artifact.value.string.utf8)
            input.values.ends.append(input.values.bytes.count)
            input.values.paymentKind.append(nil)
        }
        var uses: [[UInt32: Holding]] = Array(repeating: [:], count: accounts.count)
        for (holding, artifact) in held { uses[place[holding.account]!][number[artifact]!] = holding }
        for exchange in exchanges {
            guard let frame = exchange.frame else { continue }
            let value = number[Artifact(kind: .promptKey, value: ExactText(frame))]!
            uses[place[exchange.account]!][
                value, default: Holding(account: "", kind: .promptKey, value: "", count: 0)
            ].count &+= 1
        }
        for list in uses {
            for (value, holding) in list.sorted(by: { $0.key < $1.key }) {
                input.holdings.value.append(value)
                input.holdings.count.append(max(1, holding.count))
                input.holdings.first.append(holding.first)
                input.holdings.last.append(holding.last)
            }
            input.holdings.offsets.append(input.holdings.value.count)
        }
        return number
    }

    private func addExchanges(
        _ input: inout AnalysisInput, _ place: [String: Int], _ number: [Artifact: UInt32]
    ) {
        input.models = Set(exchanges.compactMap(\.model)).map { ExactText($0) }.sorted()
        let models = Dictionary(
            uniqueKeysWithValues: input.models.enumerated().map { ($1.string, UInt16($0)) })
        var rows: [[(UInt32, UInt32, UInt16)]] = Array(repeating: [], count: accounts.count)
        for exchange in exchanges {
            let frame = exchange.frame.flatMap {
                number[Artifact(kind: .promptKey, value: ExactText($0))]
            }
            rows[place[exchange.account]!].append(
                (exchange.second, frame ?? ActivityColumns.none, exchange.model.map { models[$0]! } ?? .max))
        }
        for list in rows {
            for row in list.sorted(by: <) {
                input.activity.seconds.append(row.0)
                input.activity.promptKey.append(row.1)
                input.activity.model.append(row.2)
            }
            input.activity.offsets.append(input.activity.seconds.count)
            input.hours.offsets.append(0)
        }
    }
}

/// Share of the values at or under a level.
func share(_ values: [Double], atMost level: Double) -> Double {
    Double(values.count { $0 <= level }) / Double(max(1, values.count))
}
