import Casework

/// Use of the service from a country that the clauses in force did not allow.
///
/// Signal: the account declares a restricted country, or its addresses lie in one, at a time when a clause of kind
/// `region` was in force. It is reported, and never raises the probability of extraction: where people live says
/// nothing about who controls an account. Innocent: travellers, expatriates, errors of address databases; exits of
/// VPNs, proxies and hosting say where the exit is, not the user, and the words tell so. No null model: each record
/// is a fact with its limits.
///
/// Holdings say when an address was used first and last and how often, not when each time: where that span is not
/// wholly within the clause's time, the count is an upper bound and the words say "at most".
enum AccessViolations {
    /// By account, then country, basis and clause; at most one for each. O(holdings + exchanges of declared).
    static func find(_ input: AnalysisInput) -> [AccessViolation] {
        guard !input.restrictedCountries.isEmpty else { return [] }
        let search = ViolationSearch(input)
        return (0..<input.accounts.count).flatMap { search.violations($0) }
    }
}

private struct ViolationSearch {
    /// Characters of a clause that are quoted with every record; the whole is among the terms.
    private static let longestText = 300

    private let input: AnalysisInput
    private let restricted: RestrictedAddresses
    /// Clauses on regions; one without end, text and name where none was received.
    private let clauses: [CaseTerm?]
    /// Country as listed by index into `accounts.countries`; nil where it is allowed.
    private let declared: [String?]

    init(_ input: AnalysisInput) {
        self.input = input
        let restricted = RestrictedAddresses(input)
        self.restricted = restricted
        let received = TermsInForce(input.terms).clauses(kind: .region)
        clauses = received.isEmpty ? [nil] : received
        declared = input.accounts.countries.map { restricted.listed($0) }
    }

    func violations(_ account: Int) -> [AccessViolation] {
        let found = clauses.enumerated().flatMap { order, clause in
            ([declaredUse(account, clause)].compactMap { $0 } + addressUse(account, clause)).map {
                (order, $0)
            }
        }
        return found.sorted { left, right in
            (ExactText(left.1.country), ExactText(left.1.basis.rawValue), left.0)
                < (ExactText(right.1.country), ExactText(right.1.basis.rawValue), right.0)
        }
        .map(\.1)
    }

    private func declaredUse(_ account: Int, _ clause: CaseTerm?) -> AccessViolation? {
        let place = Int(input.accounts.country[account])
        guard declared.indices.contains(place), let country = declared[place] else { return nil }
        let rows = input.activity.offsets[account]..<input.activity.offsets[account + 1]
        let times = rows.map { Int64(input.activity.seconds[$0]) * 1000 }.filter { $0 != 0 }
        let during = times.filter { clause?.isInForce(at: $0) ?? true }
        let created = Arrivals.known(input.accounts.createdAt[account])
        guard !during.isEmpty || times.isEmpty && isOpen(account, created, clause) else { return nil }
        var violation = AccessViolation(
            account: input.accounts.number[account], kind: .region, country: country, basis: .declaredCountry,
            words: "The account itself declares \(country), which is on the case's list. \(cited(clause))")
        violation.clause = clause?.clause
        violation.exchanges = during.count
        let opened = created == Arrivals.none ? nil : created
        violation.firstAt = (during.min() ?? opened).map { Timestamp(milliseconds: $0) }
        violation.lastAt = (during.max() ?? opened).map { Timestamp(milliseconds: $0) }
        return violation
    }

    /// Whether an account without a known exchange was open, as far as is known, when the clause was in force.
    private func isOpen(_ account: Int, _ created: Int64, _ clause: CaseTerm?) -> Bool {
        guard let clause else { return true }
        let closed = Arrivals.known(input.accounts.closedAt[account])
        guard created != Arrivals.none else { return false }
        return (clause.to.map { created < $0 } ?? true) && (closed == Arrivals.none || closed > clause.from)
    }

    private func addressUse(_ account: Int, _ clause: CaseTerm?) -> [AccessViolation] {
        var uses: [String: AddressUse] = [:]
        for row in input.holdings.offsets[account]..<input.holdings.offsets[account + 1] {
            let value = Int(input.holdings.value[row])
            guard restricted.range[value] >= 0 else { continue }
            let range = input.ranges[Int(restricted.range[value])]
            guard let country = range.country.flatMap({ restricted.listed($0) }) else { continue }
            let use = Use(row, input.holdings, created: Arrivals.known(input.accounts.createdAt[account]))
            guard use.overlaps(clause) else { continue }
            uses[country, default: AddressUse()].add(
                use, clause, IPAddress(input.values.text(value)), range, row: row)
        }
        return uses.sorted { ExactText($0.key) < ExactText($1.key) }.map { country, use in
            var violation = AccessViolation(
                account: input.accounts.number[account], kind: .region, country: country,
                basis: .addressCountry, words: use.words(country) + " " + cited(clause))
            violation.clause = clause?.clause
            violation.exchanges = use.exchanges
            violation.firstAt = use.first.map { Timestamp(milliseconds: $0) }
            violation.lastAt = use.last.map { Timestamp(milliseconds: $0) }
            return violation
        }
    }

    private func cited(_ clause: CaseTerm?) -> String {
        guard let clause else {
            return "No clause on regions was received: only the case's list speaks."
        }
        let end = clause.to.map { " until \(Self.day($0))" } ?? ""
        let text = String(clause.text.prefix(Self.longestText))
        return "In force from \(Self.day(clause.from))\(end): \(text)"
    }

    private static func day(_ milliseconds: Int64) -> String {
        Arrivals.known(milliseconds) == Arrivals.none
            ? "an unknown day" : Timestamp(milliseconds: milliseconds).day
    }
}

/// The time in which an account used an address, as far as is known.
private struct Use {
    let from: Int64
    let to: Int64
    let isTimeKnown: Bool
    let count: Int

    /// Unknown bounds are as wide as the account's life.
    init(_ row: Int, _ holdings: HoldingColumns, created: Int64) {
        let (first, last) = (holdings.first[row], holdings.last[row])
        from = first == 0 ? created : Int64(first) * 1000
        // The second that `last` names lasts for a thousand milliseconds.
        to = last == 0 ? .max : Int64(last) * 1000 + 999
        isTimeKnown = first != 0 && last != 0
        count = Int(holdings.count[row])
    }

    func overlaps(_ clause: CaseTerm?) -> Bool {
        guard let clause else { return true }
        return to >= clause.from && clause.to.map { from < $0 } ?? true
    }

    func isWithin(_ clause: CaseTerm?) -> Bool {
        guard let clause else { return true }
        return from >= clause.from && clause.to.map { to < $0 } ?? true
    }
}

/// What an account did from one country while one clause was in force.
private struct AddressUse {
    static let mostNamed = 3
    private(set) var exchanges = 0
    private(set) var first: Int64?
    private(set) var last: Int64?
    private var isUpperBound = false
    private var isTimeUnknown = false
    private var addresses = 0
    private var hidden: Set<String> = []
    private var plain = 0
    private var named: [(count: Int, row: Int, words: String)] = []

    mutating func add(
        _ use: Use, _ clause: CaseTerm?, _ address: IPAddress?, _ range: NetworkRange, row: Int
    ) {
        exchanges += use.count
        addresses += 1
        if !use.isWithin(clause) { isUpperBound = true }
        if use.isTimeKnown {
            first = min(first ?? .max, max(use.from, clause?.from ?? .min))
            last = max(last ?? .min, min(use.to - 999, clause?.to.map { $0 &- 1 } ?? .max))
        } else {
            isTimeUnknown = true
        }
        if let usage = range.usage, NetworkFigures.hiding.contains(usage) {
            hidden.insert(Self.name(usage))
        } else {
            plain += 1
        }
        let text = address.map { "\($0)" } ?? "an address"
        let usage = range.usage.map { ", \(Self.name($0))" } ?? ""
        named.append((use.count, row, "\(text) (\(range.range)\(usage))"))
    }

    func words(_ country: String) -> String {
        let strongest = named.sorted { ($1.count, $0.row) < ($0.count, $1.row) }.prefix(Self.mostNamed)
        let more =
            addresses > Self.mostNamed ? " and \(FigureWords.count(addresses - Self.mostNamed)) more" : ""
        var text =
            "\(isUpperBound ? "At most " : "")\(FigureWords.counted(exchanges, "exchange")) from"
            + " \(strongest.map(\.words).joined(separator: ", "))\(more), placed in \(country)."
        if isTimeUnknown { text += " Not every time of use is known." }
        if !hidden.isEmpty {
            text +=
                (plain == 0 ? " All" : " Some") + " are exits of \(hidden.sorted().joined(separator: ", ")),"
                + " which say where the exit is, not the user."
        }
        return text
    }

    private static func name(_ usage: NetworkUsage) -> String {
        usage == .vpn ? "VPN" : usage.rawValue.split(separator: "_").joined(separator: " ")
    }
}
