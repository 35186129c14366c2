import Analysis
import CaseStore

import Casework

extension AnalysisInput {
    /// Reads everything an analysis needs from a case and brings it into canonical order: accounts by the bytes
    /// of their ids, values by kind and bytes. Linear in accounts, incidences and exchanges, apart from the
    /// sorting of values; memory about 40 bytes an incidence and 20 an exchange while it runs.
    ///
    /// - Parameter texts: what was found in the samples; nil reads a case as if it had none.
    /// - Throws: `StoreError`; `JobCancelled`.
    init(_ reader: CaseReader, texts: SampleTexts? = nil, isCancelled: @escaping () -> Bool = { false })
        throws
    {
        let check = { if isCancelled() { throw JobCancelled() } }
        try self.init(reader, EvidenceReading(reader, check), texts: texts, check)
    }

    /// The same where the evidence but for samples has been read already.
    init(
        _ reader: CaseReader, _ evidence: consuming EvidenceReading, texts: SampleTexts?,
        _ check: () throws -> Void
    ) throws {
        self.init()
        let order = evidence.order
        accounts = evidence.accounts
        models = evidence.models
        (hours, activity) = try evidence.acts()
        var catalog = evidence.values
        catalog.place(templates: texts?.templates.map(\.id) ?? [])
        values = catalog.takeColumns()
        activity.takePlaces(catalog.ofValue)
        try check()
        holdings = evidence.holdings.columns(
            catalog, templates: texts?.templateIncidences() ?? IncidenceBatch())
        try check()
        if let texts { samples = SampleColumns(texts, order, templates: catalog.ofTemplate) }
        try readContext(reader)
        accounts.weight = try ControlSample.weights(reader, population, order)
    }

    private mutating func readContext(_ reader: CaseReader) throws {
        ranges = try reader.ranges().map {
            NetworkRange(
                range: $0.range, asNumber: $0.asNumber, asName: $0.asName, country: $0.country,
                usage: $0.usage, userCount: $0.userCount)
        }
        terms = try reader.terms().map {
            CaseTerm(
                from: $0.from.milliseconds, to: $0.to?.milliseconds, clause: $0.clause, text: $0.text,
                kind: $0.kind)
        }
        indicators = try reader.indicators().map { key, record in
            PartnerIndicator(
                key: key, kind: record.kind, value: record.value.string,
                validFrom: record.validFrom?.milliseconds, validTo: record.validTo?.milliseconds,
                account: record.kind == .account
                    ? try reader.accountNumber(of: AccountID(record.value.string)) : nil)
        }
        profiles = try reader.profiles()
        reviewed = try reader.bindingDecisions()
        events = try reader.events(ListQuery()).map {
            CaseEvent(at: $0.at.milliseconds, kind: $0.kind, name: $0.name, actor: $0.actor)
        }
        let description = try reader.description()
        population = description?.population ?? .all
        restrictedCountries = description?.restrictedCountries ?? []
    }
}

/// Where each account of the store stands in the order of ids.
struct AccountOrder {
    /// By account number; -1 for numbers that no account has.
    let index: [Int32]
    let count: Int

    init(_ table: AccountTable) {
        var index = [Int32](repeating: -1, count: Int(table.number.max() ?? 0) + 1)
        for (place, number) in table.number.enumerated() { index[Int(number)] = Int32(place) }
        self.index = index
        count = table.count
    }

    /// Offsets of a column whose entries belong to these account numbers, and each account's next free place.
    func offsets(_ batches: [[UInt32]]) -> [Int] {
        var offsets = [Int](repeating: 0, count: count + 1)
        for batch in batches {
            for number in batch { offsets[Int(index[Int(number)]) + 1] += 1 }
        }
        for place in 0..<count { offsets[place + 1] += offsets[place] }
        return offsets
    }
}

extension AccountColumns {
    init(_ table: AccountTable) {
        self.init()
        number = table.number
        createdAt = table.createdAt
        closedAt = table.closedAt
        status = table.status
        plan = table.plan
        (channel, channels) = AccountColumns.coded(table.channel)
        (country, countries) = AccountColumns.coded(table.country)
    }

    /// Codes from 1 become places from 0, -1 for none. Places follow the bytes, not the order of evidence.
    private static func coded(_ column: CodedTexts) -> ([Int32], [String]) {
        let texts = (0..<column.texts.count).map { column.texts.string($0) }
        let sorted = texts.indices.sorted { ExactText(texts[$0]) < ExactText(texts[$1]) }
        var places = [Int32](repeating: -1, count: texts.count + 1)
        for (place, code) in sorted.enumerated() { places[code + 1] = Int32(place) }
        return (column.codes.map { places[Int($0)] }, sorted.map { texts[$0] })
    }
}

extension TextDictionary {
    func string(_ index: Int) -> String { String(decoding: bytes[range(of: index)], as: UTF8.self) }
}
