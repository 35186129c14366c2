import Casework

/// The file that is being imported: its number, what it claimed, and rows on their way to the writing thread.
final class FileInHand {
    let source: Int
    let facts: FileFacts
    /// What the case knew when the file began.
    let mark: ImportState.Mark
    var exchanges: ExchangesInHand?
    var sampleIDs: [ExactText] = []
    var ranges: [AddressRange] = []
    var claims: [ContentHash] = []
    var claimParts = 0
    private(set) var newAccounts = 0
    /// Accounts whose rows were granted and are still to come, in order.
    var granted: [UInt32] = []
    var nextGranted = 0
    private var waitingBytes = 0
    private var packs: [RowPack] = RecordTable.allCases.map(RowPack.init)
    /// Rows so far by table: they number the rows of a source.
    private var rowCounts = [Int](repeating: 0, count: RecordTable.allCases.count)

    init(source: Int, facts: FileFacts, mark: ImportState.Mark) {
        self.source = source
        self.facts = facts
        self.mark = mark
    }

    /// Gives the rows packed so far to the writing thread if there are that many bytes of them.
    func give(to thread: WritingThread, atLeast bytes: Int) throws {
        guard waitingBytes >= bytes else { return }
        let full = packs.filter { !$0.isEmpty }
        guard !full.isEmpty else { return }
        packs = RecordTable.allCases.map(RowPack.init)
        waitingBytes = 0
        try thread.give(.rows(full))
    }

    /// Samples among the rows.
    var samples: Int { rowCounts[RecordTable.sample.rawValue] }

    /// Packs one row that begins with its source and number but stands nowhere in particular in the file.
    func packNumbered(_ table: RecordTable, _ fields: (RowPack) -> Void) {
        let number = rowCounts[table.rawValue] + 1
        pack(table) {
            $0.integer(source)
            $0.integer(number)
            fields($0)
        }
    }

    /// Packs one row; `position` is nil for rows that stand nowhere in a file.
    func pack(_ table: RecordTable, at position: RowPosition? = nil, _ fields: (RowPack) -> Void) {
        let place = table.rawValue
        let pack = packs[place]
        waitingBytes -= pack.count
        rowCounts[place] += 1
        if let position {
            pack.integer(source)
            pack.integer(rowCounts[place])
            pack.integer(position.line)
            pack.integer(position.offset)
        }
        fields(pack)
        pack.endRow()
        waitingBytes += pack.count
    }

    func packIdentity(_ number: UInt32, _ id: UnsafeBufferPointer<UInt8>) {
        newAccounts += 1
        pack(.accountIdentity) {
            $0.integer(Int(number))
            $0.text(id)
            $0.integer(source)
        }
    }

    func packValue(_ kind: String, _ value: UnsafeBufferPointer<UInt8>, number: UInt32) {
        pack(.value) {
            $0.integer(Int(number))
            $0.text(kind)
            $0.text(value)
            $0.integer(source)
        }
    }

    func packAddress(_ address: IPAddress, number: UInt32) {
        pack(.address) {
            $0.integer(Int(number))
            $0.blob(address.high, address.low)
            $0.integer(source)
        }
    }

    func pack(_ reject: Reject) {
        pack(.reject, at: reject.position) {
            $0.text(reject.reason)
            $0.blob(reject.raw)
        }
    }

    func pack(_ fault: Fault) {
        pack(.fault, at: fault.position) {
            $0.text(fault.field)
            $0.text(fault.note)
            $0.blob(fault.raw)
        }
    }

    /// Enough that a transaction costs little beside its rows.
    static let bytesPerTask = 4 << 20
}
