import Analysis
import CaseStore
import Casework

/// What a case says but for its samples: read and sorted while those are looked through.
struct EvidenceReading: Sendable {
    let order: AccountOrder
    let accounts: AccountColumns
    let models: [ExactText]
    /// Sorted, without places until it is known which frames of prompts there are.
    let values: ValueOrdering
    let holdings: HoldingGathering
    private let exchanges: Ahead<(HourColumns, ActivityColumns), any Error>

    /// - Throws: `StoreError`, and what `check` throws.
    init(_ reader: CaseReader, _ check: () throws -> Void) throws {
        let table = try reader.accountTable()
        let order = AccountOrder(table)
        try check()
        let texts = try reader.valueTable()
        try check()
        values = ValueOrdering(texts, addresses: try reader.addressTable(), accounts: table)
        let places = ModelPlaces(values)
        try check()
        // What the accounts did is read beside who holds what: each takes about as long.
        let other = try reader.another()
        let exchanges = Ahead {
            defer { try? other.close() }
            let hours = try HourColumns(other, order)
            return (hours, try ActivityColumns(other, order, places, counted: hours))
        }
        do {
            holdings = try HoldingGathering(reader, order, table, check)
        } catch {
            exchanges.end()
            throw error
        }
        self.exchanges = exchanges
        self.order = order
        accounts = AccountColumns(table)
        models = places.names
    }

    /// What the accounts did: exchanges, and their counts by hour. Prompt keys have the numbers of the store.
    func acts() throws -> (HourColumns, ActivityColumns) { try exchanges.value() }
}
