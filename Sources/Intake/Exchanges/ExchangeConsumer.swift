import Casework

/// Makes batches of columns of the rows of `exchanges`: the fast path.
///
/// Per row: bytes, numbers and array appends; strings and closures only for what is new or wrong.
struct ExchangeConsumer: RowConsumer {
    private enum Refusal {
        case badAccount, badAt, badEncoding

        var reason: RejectReason {
            switch self {
            case .badAccount: .bad("account_id")
            case .badAt: .bad("at")
            case .badEncoding: .badEncoding
            }
        }
    }

    struct PendingClaim {
        var row: Int
        var hash: ContentHash
        var raw: UnsafeBufferPointer<UInt8>
    }

    let sink: any EvidenceSink
    let monitor: FileMonitor
    private let clockOffsetMilliseconds: Int64
    let seed: UInt64
    let batchRows: Int
    var places = ExchangePlaces()
    /// Names of columns as far as they are known; the first `columnCount` of them have come.
    var columns: [String] = []
    var columnCount = 0
    var coded: [CodedColumnBuilder] = []
    private var accounts: ByteDictionary
    var addedAccounts = TextDictionary()
    private var addresses: AddressDictionary
    var addedAddresses: [IPAddress] = []
    private var times = TimeReading()
    private var group = RowGroup()
    /// Mixed from what was fetched early, so that the fetches are not optimised away.
    private var fetched: UInt32 = 0
    var rows = ExchangeRows()
    var claims: [PendingClaim] = []
    var rejects: [Reject] = []
    var faults: [Fault] = []
    var pendingRawBytes = 0
    var rowsRead = 0
    /// Rows that were taken out since `takeDuplicates` was last asked; kept for other tables of the same file.
    var duplicates: Set<RowPosition> = []
    var notesDuplicates = false

    init(
        sink: any EvidenceSink, monitor: FileMonitor, clockOffsetSeconds: Int, seed: UInt64,
        batchRows: Int = Limits.exchangeRows
    ) {
        self.sink = sink
        self.monitor = monitor
        self.seed = seed
        self.batchRows = batchRows
        clockOffsetMilliseconds = Int64(clockOffsetSeconds) * 1000
        accounts = ByteDictionary(seed: seed, capacity: 1 << 16)
        addresses = AddressDictionary(seed: seed)
    }

    // MARK: rows

    @inline(__always)
    mutating func take(_ row: RowView) throws {
        if row.isUnescaped || row.count > RowGroup.widest {
            readGroup()
            var held = RowGroup.Held(row: row)
            prepare(&held)
            readOrRefuse(held)
        } else {
            group.hold(row)
            if group.isFull { readGroup() }
        }
        // A window of short rows may hold many more than a batch should.
        if rows.count >= batchRows { try settle() }
    }

    /// Reads the rows that were held back: first all the memory they need, then one after the other.
    mutating func readGroup() {
        // Taken out and put back empty, so that neither it nor the consumer is copied.
        var held: [RowGroup.Held] = []
        swap(&held, &group.held)
        for index in held.indices { prepare(&held[index]) }
        for index in held.indices { fetched ^= accounts.firstSlot(held[index].accountKey) }
        for index in held.indices { fetched ^= held[index].address.map { addresses.firstSlot($0) } ?? 0 }
        for index in held.indices { readOrRefuse(held[index]) }
        held.removeAll(keepingCapacity: true)
        swap(&held, &group.held)
    }

    /// What the row is looked up by.
    @inline(__always)
    func prepare(_ held: inout RowGroup.Held) {
        if let field = field(held.row, places.account) { held.accountKey = accounts.key(field.bytes) }
        if let field = field(held.row, places.address), field.isScalar {
            held.address = AddressReading.address(field.bytes)
        }
    }

    @inline(__always)
    @discardableResult
    mutating func readOrRefuse(_ held: RowGroup.Held) -> Bool {
        rowsRead &+= 1
        let earlierFaults = faults.count
        guard let refusal = read(held) else { return true }
        faults.removeLast(faults.count - earlierFaults)
        append(refusal.reason, held.row.position, held.row.raw)
        return false
    }

    mutating func reject(_ reason: RejectReason, at position: RowPosition, raw: UnsafeBufferPointer<UInt8>) {
        rowsRead += 1
        append(reason, position, raw)
    }

    mutating func append(
        _ reason: RejectReason, _ position: RowPosition, _ raw: UnsafeBufferPointer<UInt8>
    ) {
        let kept = rawPrefix(raw)
        pendingRawBytes += kept.count + Limits.rejectOverheadBytes
        rejects.append(Reject(position: position, reason: reason.name, raw: kept))
    }

    @inline(__always)
    private func field(_ row: RowView, _ place: Int) -> Field? {
        guard place >= 0, place < row.count else { return nil }
        let field = row.fields[place]
        return field.isEmpty ? nil : field
    }

    /// Reads everything, then appends everything: a refused row leaves no trace.
    @inline(__always)
    private mutating func read(_ held: RowGroup.Held) -> Refusal? {
        let row = held.row
        guard let accountField = field(row, places.account), accountField.isScalar else { return .badAccount }
        guard let account = accountCode(accountField, held.accountKey) else { return .badEncoding }
        guard let atField = field(row, places.at), atField.isScalar,
            let read = times.milliseconds(atField.bytes), let at = shifted(read)
        else { return .badAt }
        guard readCodes(row) else { return .badEncoding }
        let exchangeID = identifier(row, places.exchangeID, "exchange_id")
        let sampleID = identifier(row, places.sampleID, "sample_id")
        if exchangeID.isBadEncoding || sampleID.isBadEncoding { return .badEncoding }
        let address = addressCode(row, held.address)
        let inputTokens = tokens(row, places.inputTokens, "input_tokens")
        let outputTokens = tokens(row, places.outputTokens, "output_tokens")

        let number = rows.count
        rows.account.put(account, row: number)
        rows.at.put(at, row: number)
        rows.address.put(address, row: number)
        rows.inputTokens.put(inputTokens, row: number)
        rows.outputTokens.put(outputTokens, row: number)
        rows.line.put(row.line, row: number)
        rows.offset.put(row.offset, row: number)
        for index in coded.indices { coded[index].codes.put(coded[index].current, row: number) }
        if places.exchangeID >= 0 { rows.exchangeID.append(exchangeID.bytes, row: number) }
        if places.sampleID >= 0 { rows.sampleID.append(sampleID.bytes, row: number) }
        if exchangeID.bytes.count > 0 {
            claims.append(.init(row: number, hash: ContentHashing.hash(exchangeID.bytes), raw: row.raw))
        }
        rows.count = number + 1
        return nil
    }

    @inline(__always)
    private func shifted(_ milliseconds: Int64) -> Int64? {
        if clockOffsetMilliseconds == 0 { return milliseconds }
        let at = milliseconds + clockOffsetMilliseconds
        let isIn = at >= Timestamp.earliest.milliseconds && at < Timestamp.tooLate.milliseconds
        return isIn ? at : nil
    }

    /// Nil if the id is no UTF-8.
    @inline(__always)
    private mutating func accountCode(_ field: Field, _ key: ByteDictionary.Key) -> UInt32? {
        if field.hasLoneSurrogate { return nil }
        return accounts.find(field.bytes, key) ?? newAccount(field)
    }

    @inline(never)
    private mutating func newAccount(_ field: Field) -> UInt32? {
        guard UTF8Check.isValid(field.bytes) else { return nil }
        addedAccounts.append(field.bytes)
        return accounts.insert(field.bytes)
    }

    /// False if a value that has to be UTF-8 is none.
    @inline(__always)
    private mutating func readCodes(_ row: RowView) -> Bool {
        for index in coded.indices {
            let place = coded[index].place
            guard place < row.count else {
                coded[index].current = 0
                continue
            }
            switch coded[index].read(row.fields[place]) {
            case .code(let code): coded[index].current = code
            case .badEncoding: return false
            case .fault(let note):
                coded[index].current = 0
                fault(row, row.fields[place], coded[index].name, note)
            }
        }
        return true
    }

    @inline(__always)
    private mutating func identifier(
        _ row: RowView, _ place: Int, _ name: StaticString
    ) -> (bytes: UnsafeBufferPointer<UInt8>, isBadEncoding: Bool) {
        let nothing = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        guard let field = field(row, place) else { return (nothing, false) }
        if field.hasLoneSurrogate || !UTF8Check.isValid(field.bytes) { return (nothing, true) }
        if field.isScalar { return (field.bytes, false) }
        fault(row, field, "\(name)", "not a text or number")
        return (nothing, false)
    }

    @inline(__always)
    private mutating func addressCode(_ row: RowView, _ address: IPAddress?) -> UInt32 {
        guard let field = field(row, places.address) else { return 0 }
        guard let address else {
            fault(row, field, "ip", "not an address")
            return 0
        }
        let (code, isNew) = addresses.code(of: address)
        if isNew { addedAddresses.append(address) }
        return code
    }

    @inline(__always)
    private mutating func tokens(_ row: RowView, _ place: Int, _ name: StaticString) -> Int64 {
        guard let field = field(row, place) else { return -1 }
        if field.isScalar, let count = ScalarReading.count(field.bytes) { return Int64(count) }
        fault(row, field, "\(name)", "not a whole number from 0")
        return -1
    }

    @inline(never)
    private mutating func fault(_ row: RowView, _ field: Field, _ name: String, _ note: StaticString) {
        let raw = rawPrefix(field.bytes)
        pendingRawBytes += raw.count + Limits.rejectOverheadBytes
        faults.append(Fault(position: row.position, field: name, raw: raw, note: "\(note)"))
    }
}
