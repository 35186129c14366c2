/// Up to a few million exchanges of one file as records in memory, filled on one thread, sorted and coded on
/// another.
///
/// A record is a row of 32-bit words that usually fills one cache line, so that taking rows in sorted order
/// costs one miss each. Only pages that are written take memory.
///
/// Unchecked: it is handed from the filling thread to the writing thread and back; never used by both at once.
final class RunBuffer: @unchecked Sendable {
    let capacity: Int
    let codedColumns: Int
    let plainColumns: Int
    /// Words of a record, even so that 64-bit fields stay aligned.
    let stride: Int
    let words: UnsafeMutablePointer<UInt32>
    /// The accounts of the records once more, close together for sorting.
    let accounts: UnsafeMutablePointer<UInt32>
    var count = 0
    /// True while times never go back in file order: then sorting by account alone sorts by time too.
    var isTimeOrdered = true
    var latest = Int64.min
    var largestAccount: UInt32 = 0
    /// No value or address in the run has a higher number.
    var largestValue: UInt32 = 0
    /// Texts that nearly every row has another of, by column; `plainEnds` has one end per row.
    var plainBytes: [[UInt8]]
    var plainEnds: [[Int]]

    init(capacity: Int, codedColumns: Int, plainColumns: Int) {
        self.capacity = capacity
        self.codedColumns = codedColumns
        self.plainColumns = plainColumns
        stride = (RunBuffer.fixedWords + codedColumns + 1) & ~1
        words = RecordMemory.allocate(bytes: capacity * stride * 4)
            .bindMemory(to: UInt32.self, capacity: capacity * stride)
        accounts = .allocate(capacity: capacity)
        plainBytes = Array(repeating: [], count: plainColumns)
        plainEnds = Array(repeating: [], count: plainColumns)
    }

    deinit {
        words.deallocate()
        accounts.deallocate()
    }

    func removeAll() {
        count = 0
        isTimeOrdered = true
        latest = .min
        largestAccount = 0
        largestValue = 0
        for column in 0..<plainColumns {
            plainBytes[column].removeAll(keepingCapacity: true)
            plainEnds[column].removeAll(keepingCapacity: true)
        }
    }

    var plainByteCount: Int { plainBytes.reduce(0) { $0 + $1.count } }

    @inline(__always)
    func record(_ row: Int) -> UnsafeMutablePointer<UInt32> { words + row &* stride }

    /// A 64-bit field of a record.
    @inline(__always)
    static func long(_ record: UnsafePointer<UInt32>, _ place: Int) -> Int64 {
        UnsafeRawPointer(record + place).load(as: Int64.self)
    }

    @inline(__always)
    static func setLong(_ record: UnsafeMutablePointer<UInt32>, _ place: Int, _ value: Int64) {
        UnsafeMutableRawPointer(record + place).storeBytes(of: value, as: Int64.self)
    }

    /// Places of the fields in a record, in words.
    static let account = 0
    static let address = 1
    static let at = 2
    static let inputTokens = 4
    static let outputTokens = 6
    static let line = 8
    static let offset = 10
    static let fixedWords = 12
}
