import Casework

/// Which accounts match which indicators of partners.
///
/// Signal: a partner reports an address, a card, a device … that an account used. Why: they saw it abused. Innocent:
/// addresses change hands, exits serve strangers, lists age; an indicator counts only while it was valid, where the
/// account's use is dated. Weight: none. Hits are reported on accounts and groups and raise no probability: what a
/// partner's word is worth is for a person to judge, and lists of partners must not accuse by themselves.
struct PartnerHits: Sendable {
    /// Values reported for one account and indicator, those first in order.
    static let mostValues = 8
    /// Hits reported for one indicator: a range that holds half of the Internet says nothing.
    static let mostOfIndicator = 100_000

    /// By indicator, then account, then artifact.
    let hits: [IndicatorHit]
    /// Distinct indicators that each account matches, by account index.
    let indicatorsOfAccount: [Int32]
    /// Hits beyond `mostValues` and `mostOfIndicator`.
    let leftOut: Int

    private struct Match {
        var indicator: Int32
        var account: Int32
        var value: Int32
    }

    /// O(indicators + holdings + values of the kinds read + hits · log hits). No pair is tried.
    init(_ input: AnalysisInput, addresses: AddressTable) {
        var counts = [Int32](repeating: 0, count: input.accounts.count)
        guard !input.indicators.isEmpty else {
            (hits, indicatorsOfAccount, leftOut) = ([], counts, 0)
            return
        }
        var matches = Self.matches(input, addresses)
        matches += Self.namedAccounts(input)
        let order = Self.order(input.indicators)
        matches.sort {
            (order[Int($0.indicator)], $0.account, $0.value) < (
                order[Int($1.indicator)], $1.account, $1.value
            )
        }
        var hits: [IndicatorHit] = []
        var (leftOut, ofIndicator, ofAccount) = (0, 0, 0)
        for (place, match) in matches.enumerated() {
            let previous = place > 0 ? matches[place - 1] : nil
            if previous?.indicator != match.indicator { ofIndicator = 0 }
            if previous?.indicator != match.indicator || previous?.account != match.account {
                ofAccount = 0
                counts[Int(match.account)] += 1
            }
            guard ofAccount < Self.mostValues, ofIndicator < Self.mostOfIndicator else {
                leftOut += 1
                continue
            }
            (ofAccount, ofIndicator) = (ofAccount + 1, ofIndicator + 1)
            hits.append(Self.hit(match, input))
        }
        (self.hits, indicatorsOfAccount, self.leftOut) = (hits, counts, leftOut)
    }

    private static func hit(_ match: Match, _ input: AnalysisInput) -> IndicatorHit {
        let indicator = input.indicators[Int(match.indicator)]
        let artifact =
            match.value < 0
            ? Artifact(kind: ArtifactKind("account"), value: ExactText(indicator.value))
            : input.values.artifact(Int(match.value))
        return IndicatorHit(
            indicator: indicator.key, account: input.accounts.number[Int(match.account)], artifact: artifact)
    }

    /// Rank of every indicator by key.
    private static func order(_ indicators: [PartnerIndicator]) -> [Int] {
        var order = [Int](repeating: 0, count: indicators.count)
        let sorted = indicators.indices.sorted { (indicators[$0].key, $0) < (indicators[$1].key, $1) }
        for (rank, number) in sorted.enumerated() { order[number] = rank }
        return order
    }

    private static func matches(_ input: AnalysisInput, _ addresses: AddressTable) -> [Match] {
        let patterns = PartnerPatterns(input.indicators)
        let readers = input.values.kinds.map { patterns.reader(of: $0) }
        var (offsets, matched): ([Int], [Int32]) = ([0], [])
        for value in 0..<input.values.count {
            switch readers[Int(input.values.kind[value])] {
            case .network:
                if let address = addresses[value] {
                    let system = addresses.range(of: value).flatMap { input.ranges[$0].asNumber }
                    matched += patterns.match(address, system: system)
                }
            case .some(let kind): matched += patterns.match(input.values.text(value), kind)
            case nil: break
            }
            offsets.append(matched.count)
        }
        guard !matched.isEmpty else { return [] }
        var matches: [Match] = []
        for account in 0..<input.accounts.count {
            for place in input.holdings.offsets[account]..<input.holdings.offsets[account + 1] {
                let value = Int(input.holdings.value[place])
                let (first, last) = (input.holdings.first[place], input.holdings.last[place])
                for indicator in matched[offsets[value]..<offsets[value + 1]]
                where isValid(input.indicators[Int(indicator)], first: first, last: last) {
                    matches.append(
                        Match(indicator: indicator, account: Int32(account), value: Int32(value)))
                }
            }
        }
        return matches
    }

    /// Accounts that an indicator names by their id; the caller found their numbers.
    private static func namedAccounts(_ input: AnalysisInput) -> [Match] {
        guard input.indicators.contains(where: { $0.kind == .account && $0.account != nil }) else {
            return []
        }
        var index: [UInt32: Int32] = [:]
        for (account, number) in input.accounts.number.enumerated() { index[number] = Int32(account) }
        var matches: [Match] = []
        for (number, indicator) in input.indicators.enumerated() where indicator.kind == .account {
            guard let account = indicator.account.flatMap({ index[$0] }) else { continue }
            let hours = input.hours.offsets[Int(account)]..<input.hours.offsets[Int(account) + 1]
            let first = hours.first.map { input.hours.hour[$0] &* 3600 } ?? 0
            let last = hours.last.map { input.hours.hour[$0] &* 3600 &+ 3599 } ?? 0
            guard isValid(indicator, first: first, last: last) else { continue }
            matches.append(Match(indicator: Int32(number), account: account, value: -1))
        }
        return matches
    }

    /// Whether a use and the indicator's validity meet; a use without a date meets any.
    private static func isValid(_ indicator: PartnerIndicator, first: UInt32, last: UInt32) -> Bool {
        guard first > 0, last > 0 else { return true }
        if let from = indicator.validFrom, Int64(last) * 1000 + 999 < from { return false }
        if let to = indicator.validTo, Int64(first) * 1000 >= to { return false }
        return true
    }
}
