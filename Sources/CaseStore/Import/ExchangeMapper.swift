import Casework

/// The numbers that a file's own dictionary entries bear in the case.
///
/// An entry gets its number when a row uses it, not before: what only rejected rows mention is not in the case.
struct LocalNumbers {
    /// By code of the file; `unassigned` until a row uses it.
    private(set) var numbers: [UInt32]
    /// Where an unassigned entry's bytes lie in `waiting`.
    private var places: [Int]
    private var waiting = TextDictionary()
    private(set) var unassignedCount = 0

    /// `first` are numbers of codes that mean no entry.
    init(first: [UInt32] = []) {
        numbers = first
        places = Array(repeating: 0, count: first.count)
    }

    /// Takes in new entries; `find` says which number the case has for one, 0 for none.
    mutating func add(_ added: TextDictionary, find: (UnsafeBufferPointer<UInt8>) -> UInt32) {
        added.bytes.withUnsafeBufferPointer { bytes in
            for index in 0..<added.count {
                let entry = UnsafeBufferPointer(rebasing: bytes[added.range(of: index)])
                let number = find(entry)
                numbers.append(number == 0 ? LocalNumbers.unassigned : number)
                places.append(waiting.count)
                if number == 0 {
                    unassignedCount += 1
                    waiting.bytes.append(contentsOf: entry)
                    waiting.ends.append(waiting.bytes.count)
                }
            }
        }
    }

    /// Gives an unassigned entry the number that `assign` answers for its bytes.
    mutating func assign(_ code: Int, _ assign: (UnsafeBufferPointer<UInt8>) -> UInt32) {
        let range = waiting.range(of: places[code])
        numbers[code] = waiting.bytes.withUnsafeBufferPointer {
            assign(UnsafeBufferPointer(rebasing: $0[range]))
        }
        unassignedCount -= 1
        if unassignedCount == 0 { waiting = TextDictionary() }
    }

    static let unassigned = UInt32.max
}
