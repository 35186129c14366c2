import Foundation

/// accounts.csv, payments.csv and attributes.csv.
struct HolderTables {
    private let registry: Registry
    private let coverage: Coverage
    private let order: [UInt32]
    private let names: AccountNames
    private let times: TimeText

    init(world: GeneratedWorld, order: [UInt32]) {
        (registry, coverage, self.order) = (world.registry, world.coverage, order)
        names = AccountNames(seed: world.registry.seed)
        times = TimeText(world.registry.timeline.period)
    }

    func accounts(in folder: URL, _ summary: inout WorldSummary) throws(SyntheticCaseError) {
        let knobs = registry.knobs
        let columns = AccountColumns(
            hasDomain: !knobs.says(.dropDomains), hasOrganization: !knobs.says(.dropOrganizations),
            hasPopulation: knobs.count(.population) == 2, signUpStep: knobs.count(.signUpStep))
        var file = try PartFile("accounts.csv", in: folder)
        file.bytes.add(columns.header.joined(separator: ",") + "\n")
        let byTime = order.sorted { left, right in
            let (one, two) = (registry.people[Int(left)].created, registry.people[Int(right)].created)
            return one != two ? one < two : names.code(Int(left)) < names.code(Int(right))
        }
        for person in byTime {
            add(account: Int(person), columns, to: &file.bytes)
            try file.flushIfFull()
        }
        try file.finish()
        summary.files.append("accounts.csv")
    }

    private struct AccountColumns {
        let hasDomain: Bool
        let hasOrganization: Bool
        let hasPopulation: Bool
        let signUpStep: Int

        var header: [String] {
            ["account_id", "created_at", "status", "closed_at", "channel", "plan", "declared_country"]
                + (hasDomain ? ["email_domain"] : []) + ["email_hash"]
                + (hasOrganization ? ["org_name"] : []) + (hasPopulation ? ["population"] : [])
        }
    }

    private func add(account person: Int, _ columns: AccountColumns, to bytes: inout [UInt8]) {
        let account = registry.people[person]
        names.add(person, to: &bytes)
        bytes.append(44)
        let created = Int(account.created)
        times.add(created - created % columns.signUpStep, to: &bytes)
        bytes.append(44)
        bytes.add(account.status.rawValue)
        bytes.append(44)
        if account.closed != 0 { times.add(Int(account.closed), to: &bytes) }
        bytes.append(44)
        bytes.add(account.channel.rawValue)
        bytes.append(44)
        bytes.add(account.plan.rawValue)
        bytes.append(44)
        addPlace(account.country, to: &bytes)
        if columns.hasDomain {
            bytes.append(44)
            bytes.add(registry.texts[account.domain])
        }
        bytes.append(44)
        if account.hasEmailHash {
            bytes.add("em_")
            bytes.add(hex: SeededRandom.scramble(registry.seed &+ UInt64(person)), digits: 12)
        }
        if columns.hasOrganization {
            bytes.append(44)
            bytes.add(registry.texts[account.organization])
        }
        if columns.hasPopulation {
            bytes.append(44)
            if coverage.parts[person] == .control { bytes.add("control") }
        }
        bytes.append(10)
    }

    func payments(in folder: URL, _ summary: inout WorldSummary) throws(SyntheticCaseError) {
        guard !registry.knobs.says(.dropPayments) else { return }
        var file = try PartFile("payments.csv", in: folder)
        file.bytes.add("account_id,fingerprint,kind,issuer_country,first_seen,last_seen,uses\n")
        for person in order {
            for place in registry.payments(of: Int(person)) {
                let means = registry.payments[place]
                names.add(Int(person), to: &file.bytes)
                file.bytes.add(",pf_")
                file.bytes.add(hex: means.fingerprint, digits: 12)
                file.bytes.append(44)
                file.bytes.add(means.kind.rawValue)
                file.bytes.append(44)
                addPlace(means.issuer, to: &file.bytes)
                let span = span(of: Int(person), means.from, means.until)
                addSpan(
                    span, uses: 1 + Int(span.upperBound - span.lowerBound) / (28 * Instant.day), &file.bytes)
            }
            try file.flushIfFull()
        }
        try file.finish()
        summary.files.append("payments.csv")
    }

    func attributes(in folder: URL, _ summary: inout WorldSummary) throws(SyntheticCaseError) {
        guard !registry.knobs.says(.dropAttributes) else { return }
        var file = try PartFile("attributes.csv", in: folder)
        file.bytes.add("account_id,kind,value,first_seen,last_seen,uses\n")
        let lost = lostKinds()
        for person in order {
            var volume = Volumes.expected(registry, of: Int(person))
            if registry.isFraudulent(Int(person)) { volume *= registry.knobs[.keep] }
            for place in registry.holdings(of: Int(person))
            where !lost.contains(registry.holdings[place].kind) {
                add(registry.holdings[place], of: Int(person), volume: volume, to: &file.bytes)
            }
            try file.flushIfFull()
        }
        try file.finish()
        summary.files.append("attributes.csv")
    }

    private func lostKinds() -> Set<HoldingKind> {
        var lost: Set<HoldingKind> = []
        if registry.knobs.says(.dropDevice) { lost.insert(.device) }
        if registry.knobs.says(.dropTLS) { lost.insert(.tls) }
        if registry.knobs.says(.dropMetadata) { lost.insert(.metadataUser) }
        if registry.knobs.says(.dropOrganizations) { lost.insert(.organization) }
        if registry.knobs.says(.dropClient) { lost.insert(.agent) }
        return lost
    }

    private func add(_ held: Holding, of person: Int, volume: Double, to bytes: inout [UInt8]) {
        names.add(person, to: &bytes)
        bytes.append(44)
        bytes.add(held.kind.rawValue)
        bytes.append(44)
        if held.kind.isText {
            bytes.add(TableText.row([registry.texts[UInt32(truncatingIfNeeded: held.value)]]))
        } else {
            bytes.add(held.kind == .device ? "dv_" : "ph_")
            bytes.add(hex: held.value, digits: 12)
        }
        let share = Double(SeededRandom.scramble(held.value &+ UInt64(person)) >> 11) * 0x1.0p-53
        let isOnce = [.phone, .referral, .organization].contains(held.kind)
        let uses = isOnce ? 1 : max(1, Int(volume * (0.4 + 0.6 * share)))
        addSpan(span(of: person, held.from, held.until), uses: uses, &bytes)
    }

    /// When a value was in use: within the account's life.
    private func span(of person: Int, _ from: UInt32, _ until: UInt32) -> ClosedRange<UInt32> {
        let account = registry.people[person]
        let life = registry.life(created: account.created, closed: account.closed)
        let first = max(life.lowerBound, from)
        let last = min(life.upperBound, until == 0 ? .max : until)
        return first...max(first, last)
    }

    private func addSpan(_ span: ClosedRange<UInt32>, uses: Int, _ bytes: inout [UInt8]) {
        bytes.append(44)
        times.add(Int(span.lowerBound), to: &bytes)
        bytes.append(44)
        times.add(Int(span.upperBound), to: &bytes)
        bytes.append(44)
        bytes.add(decimal: uses)
        bytes.append(10)
    }

    private func addPlace(_ place: UInt8, to bytes: inout [UInt8]) {
        if place != Person.nowhere { bytes.add(Places.all[Int(place)].code) }
    }
}
