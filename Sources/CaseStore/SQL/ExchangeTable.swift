import CSQLiteShims

/// The columns of `exchange`, in the order of its declaration.
enum ExchangeField: Int, CaseIterable {
    case accountID, account, at, hour, time, exchangeID, ip, model, surface, inputTokens, outputTokens, client
    case promptKey, sampleID, source, line, offset, attrs

    var name: String {
        switch self {
        case .accountID: "account_id"
        case .exchangeID: "exchange_id"
        case .inputTokens: "input_tokens"
        case .outputTokens: "output_tokens"
        case .promptKey: "prompt_key"
        case .sampleID: "sample_id"
        default: String(describing: self)
        }
    }

    var type: String {
        switch self {
        case .account, .at, .hour, .inputTokens, .outputTokens, .source, .line, .offset: "INTEGER"
        default: "TEXT"
        }
    }

    /// The field as a set of one.
    var bit: UInt64 { 1 << UInt64(rawValue) }
}

/// `exchange`: the exchanges of complete sources, decoded from activity blocks as a query takes them.
///
/// Conditions on account, account_id, at, hour and source leave out blocks; columns that a query does not name
/// are not decoded. Rows come block by block, or, where a query groups or sorts by account (and then at or
/// hour), merged over all runs, so that SQLite has nothing to sort.
final class ExchangeTable: VirtualTable {
    /// Unowned: the connection that the table is registered with holds both.
    private let handle: Handle
    /// Exchanges, accounts, sources and runs of the case, for weighing plans. Asked once.
    private var known: CaseSums?

    init(_ handle: Handle) {
        self.handle = handle
        let columns = ExchangeField.allCases.map { "\($0.name) \($0.type)" }.joined(separator: ", ")
        super.init(name: "exchange", declaration: "CREATE TABLE exchange(\(columns))")
    }

    override func makeScan() -> TableScan { ExchangeScan(handle) }

    override func plan(_ question: inout PlanQuestion) throws {
        let sums = try known ?? CaseSums(handle)
        known = sums
        question.choice.number = Int32(
            truncatingIfNeeded: question.columnsUsed & (UInt64(1) << UInt64(ExchangeField.allCases.count) - 1)
        )
        question.rows = sums.exchanges
        question.cost = sums.exchanges
        for condition in question.conditions { narrow(&question, condition, sums) }
        question.isOrdered = ExchangeTable.givesOrder(question) && sums.runs <= ExchangeTable.mostMerged
        if question.isOrdered {
            question.choice.number |= ExchangeTable.merged
            question.cost *= 1.1
        }
    }

    private func narrow(
        _ question: inout PlanQuestion, _ condition: PlanQuestion.Condition,
        _ sums: CaseSums
    ) {
        guard let field = ExchangeField(rawValue: condition.column), let bound = Bound(condition.operation)
        else { return }
        switch (field, bound) {
        case (.accountID, .equal) where condition.collation == "BINARY":
            question.take(condition, as: "i")
            oneAccount(&question, sums)
        case (.account, .equal):
            question.take(condition, as: "a")
            oneAccount(&question, sums)
        case (.source, .equal):
            question.take(condition, as: "s")
            question.rows /= sums.sources
            question.cost /= sums.sources
        case (.account, _), (.at, _), (.hour, _):
            question.take(condition, as: bound.letter(field))
            question.rows /= bound == .equal ? 64 : 4
            question.cost /= bound == .equal ? 16 : 2
        default: return
        }
    }

    /// A block of each run is decoded for it.
    private func oneAccount(
        _ question: inout PlanQuestion,
        _ sums: CaseSums
    ) {
        question.rows = min(question.rows, sums.exchanges / sums.accounts)
        question.cost = min(question.cost, sums.runs * ExchangeTable.rowsReadForOneAccount + question.rows)
    }

    /// True where rows by account, then time, stand as the query wants them.
    private static func givesOrder(_ question: PlanQuestion) -> Bool {
        let fields = question.order.compactMap { ExchangeField(rawValue: $0.column) }
        guard !fields.isEmpty, fields.count == question.order.count else { return false }
        if question.wantsGroups {
            let wanted = Set(fields)
            let isByAccount = wanted.contains(.account) || wanted.contains(.accountID)
            return isByAccount && wanted.isSubset(of: [.account, .accountID, .at, .hour, .time])
        }
        guard !question.order.contains(where: \.isDescending), fields.first == .account else { return false }
        return fields.dropFirst() == [] || fields.dropFirst() == [.at] || fields.dropFirst() == [.hour]
            || fields.dropFirst() == [.hour, .at]
    }

    /// In `idxNum`, above the bits of the columns.
    static let merged: Int32 = 1 << 30
    /// Each run keeps a decoded block in memory while they are merged.
    private static let mostMerged = 1024.0
    private static let rowsReadForOneAccount = 1500.0
}

/// How large a case is, each figure at least 1.
private struct CaseSums {
    var exchanges: Double
    var accounts: Double
    var sources: Double
    var runs: Double

    init(_ handle: Handle) throws {
        let found = try handle.first(
            "SELECT coalesce(sum(exchanges), 0), coalesce(sum(accounts), 0), count(*), (SELECT count(*) FROM"
                + " exchange_block WHERE block = 0) FROM source WHERE state = 'complete'"
        ) { row in (0..<4).map { Double(max(1, row.int($0))) } }
        let numbers = found ?? [1, 1, 1, 1]
        (exchanges, accounts, sources, runs) = (numbers[0], numbers[1], numbers[2], numbers[3])
    }
}

/// A comparison that can leave out blocks. Greater counts as greater or equal: SQLite checks every row itself.
enum Bound {
    case equal, atLeast, atMost

    init?(_ operation: Int32) {
        switch operation {
        case SQLITE_INDEX_CONSTRAINT_EQ: self = .equal
        case SQLITE_INDEX_CONSTRAINT_GT, SQLITE_INDEX_CONSTRAINT_GE: self = .atLeast
        case SQLITE_INDEX_CONSTRAINT_LT, SQLITE_INDEX_CONSTRAINT_LE: self = .atMost
        default: return nil
        }
    }

    /// How the condition is written in a plan: `abc` for account, `tuv` for at, `hjk` for hour.
    func letter(_ field: ExchangeField) -> Character {
        let letters: [Character] =
            switch field {
            case .account: ["a", "b", "c"]
            case .at: ["t", "u", "v"]
            default: ["h", "j", "k"]
            }
        return switch self {
        case .equal: letters[0]
        case .atLeast: letters[1]
        case .atMost: letters[2]
        }
    }
}
