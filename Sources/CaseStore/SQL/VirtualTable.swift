import CSQLiteShims

/// A table that a query sees and the file does not hold: how it is declared, planned and read.
///
/// It is registered with a connection as *eponymous*: its name is a table of every schema and of none, so the
/// case file stays one that any SQLite can open.
class VirtualTable {
    let name: String
    /// `CREATE TABLE x(…)`: names and types of the columns.
    let declaration: String

    init(name: String, declaration: String) {
        self.name = name
        self.declaration = declaration
    }

    /// Chooses what a scan will be told: fills in the plan that SQLite weighs.
    func plan(_ question: inout PlanQuestion) throws {}

    /// A scan that has not begun.
    func makeScan() -> TableScan { TableScan() }
}

/// Rows of a virtual table in the order in which a query takes them, some thousands at a time.
class TableScan {
    /// Begins anew with the plan that was chosen and the values of its conditions.
    func begin(_ plan: PlanChoice, _ values: [OpaquePointer]) throws {}

    /// The next rows, as places that `put` understands until the next call; nil at the end.
    func nextRows() throws -> Range<Int>? { nil }

    /// Hands one field to SQLite.
    func put(_ column: Int, _ row: Int, _ context: OpaquePointer) throws {}

    /// A number that no other row of the table has.
    func rowID(_ row: Int) -> Int64 { 0 }
}

/// How a scan was planned, in the two fields that SQLite keeps for it.
struct PlanChoice {
    /// `idxNum`
    var number: Int32
    /// `idxStr`: a letter for each condition, in the order of its values.
    var letters: [UInt8]
}

/// What SQLite asks of a table before a query runs: conditions, order and columns.
struct PlanQuestion {
    struct Condition {
        /// Place in the list of conditions.
        var index: Int
        var column: Int
        /// `SQLITE_INDEX_CONSTRAINT_…`
        var operation: Int32
        var collation: String
    }

    let conditions: [Condition]
    /// Columns of ORDER BY or GROUP BY, empty when there is no order that a table could give.
    let order: [(column: Int, isDescending: Bool)]
    /// True when equal rows need only stand together.
    let wantsGroups: Bool
    /// Bit n for column n; the last for all beyond.
    let columnsUsed: UInt64

    var choice = PlanChoice(number: 0, letters: [])
    /// The conditions whose values the scan gets, in the order of `choice.letters`.
    var taken: [Int] = []
    var isOrdered = false
    var cost = 1.0
    var rows = 1.0

    init(_ info: UnsafeMutablePointer<sqlite3_index_info>) {
        let count = Int(info.pointee.nConstraint)
        conditions = (0..<count).compactMap { index in
            guard let condition = info.pointee.aConstraint?[index], condition.usable != 0 else { return nil }
            let collation = sqlite3_vtab_collation(info, Int32(index)).map { String(cString: $0) }
            return Condition(
                index: index, column: Int(condition.iColumn), operation: Int32(condition.op),
                collation: collation ?? "")
        }
        order = (0..<Int(info.pointee.nOrderBy)).compactMap { index in
            info.pointee.aOrderBy.map { (Int($0[index].iColumn), $0[index].desc != 0) }
        }
        let distinct = casestore_vtab_distinct(info)
        wantsGroups = distinct == 1 || distinct == 2
        columnsUsed = info.pointee.colUsed
    }

    /// Hands a condition's value to the scan under a letter. SQLite checks the condition once more itself, so a
    /// scan may use it loosely.
    mutating func take(_ condition: Condition, as letter: Character) {
        guard let letter = letter.asciiValue else { return }
        taken.append(condition.index)
        choice.letters.append(letter)
    }

    /// Gives SQLite the answer. False when there is no memory for it.
    func answer(_ info: UnsafeMutablePointer<sqlite3_index_info>) -> Bool {
        for (place, index) in taken.enumerated() {
            info.pointee.aConstraintUsage?[index].argvIndex = Int32(place + 1)
        }
        info.pointee.idxNum = choice.number
        info.pointee.orderByConsumed = isOrdered ? 1 : 0
        info.pointee.estimatedCost = cost
        info.pointee.estimatedRows = Int64(max(1, min(rows, 1e15)))
        guard let text = SQLiteText.copy(choice.letters) else { return false }
        info.pointee.idxStr = text
        info.pointee.needToFreeIdxStr = 1
        return true
    }
}

/// Text in memory that SQLite frees.
enum SQLiteText {
    static func copy(_ bytes: some Collection<UInt8>) -> UnsafeMutablePointer<CChar>? {
        guard let memory = sqlite3_malloc64(UInt64(bytes.count + 1)) else { return nil }
        let text = memory.assumingMemoryBound(to: CChar.self)
        for (place, byte) in bytes.enumerated() { text[place] = CChar(bitPattern: byte) }
        text[bytes.count] = 0
        return text
    }
}
