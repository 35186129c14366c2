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
    private var packs: [RowPack] = RecordTable.allCases.map(RowPack.init)
    /// Rows so far by table: they number the rows of a source.
    private var rowCounts = [Int](repeating: 0, count: RecordTable.allCases.count)
    private let places: [RecordTable: Int]

    init(source: Int, facts: FileFacts, mark: ImportState.Mark) {
        self.source = source
        self.facts = facts
        self.mark = mark
        places = Dictionary(uniqueKeysWithValues: RecordTable.allCases.enumerated().map { ($1, $0) })
    }

    /// Gives the rows packed so far to the writing thread if there are that many bytes of them.
    func give(to thread: WritingThread, atLeast bytes: Int) throws {
        guard packs.reduce(0, { $0 + $1.bytes.count }) >= bytes else { return }
        let full = packs.filter { !$0.isEmpty }
        guard !full.isEmpty else { return }
        packs = RecordTable.allCases.map(RowPack.init)
        try thread.give(.rows(full))
    }

    /// Packs one row; `position` is nil for rows that stand nowhere in a file.
    func pack(_ table: RecordTable, at position: RowPosition? = nil, _ fields: (inout RowPack) -> Void) {
        let place = places[table] ?? 0
        rowCounts[place] += 1
        if let position {
            packs[place].integer(source)
            packs[place].integer(rowCounts[place])
            packs[place].integer(position.line)
            packs[place].integer(position.offset)
        }
        fields(&packs[place])
        packs[place].endRow()
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
            $0.blob(address.stored)
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
