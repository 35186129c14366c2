import Casework

extension TextDictionary {
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes.append(contentsOf: bytes)
        ends.append(self.bytes.count)
    }

    /// The places of the entries in the order of their bytes.
    func sortedPlaces() -> [Int] {
        bytes.withUnsafeBufferPointer { bytes in
            // The first eight bytes as a number decide most comparisons.
            let heads = (0..<count).map { TextDictionary.head(bytes, range(of: $0)) }
            return (0..<count).sorted { left, right in
                if heads[left] != heads[right] { return heads[left] < heads[right] }
                return bytes[range(of: left)].lexicographicallyPrecedes(bytes[range(of: right)])
            }
        }
    }

    private static func head(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
        var head: UInt64 = 0
        for place in 0..<8 {
            let at = range.lowerBound + place
            head = head << 8 | (at < range.upperBound ? UInt64(bytes[at]) : 0)
        }
        return head
    }

    func ordered(by places: [Int]) -> TextDictionary {
        var ordered = TextDictionary()
        ordered.bytes.reserveCapacity(bytes.count)
        ordered.ends.reserveCapacity(places.count)
        bytes.withUnsafeBufferPointer { bytes in
            for place in places { ordered.append(UnsafeBufferPointer(rebasing: bytes[range(of: place)])) }
        }
        return ordered
    }
}

extension CodedTexts {
    /// The same texts in another order of rows; codes stay.
    func ordered(by places: [Int]) -> CodedTexts {
        var ordered = self
        ordered.codes = places.map { codes[$0] }
        return ordered
    }
}

/// Codes texts as they come; the texts are then in order of first use.
struct TextCoding {
    private(set) var coded = CodedTexts()
    private let index = ByteIndex()

    mutating func append(_ row: Statement, _ column: Int) {
        guard !row.isNull(column) else {
            coded.codes.append(0)
            return
        }
        let bytes = row.bytes(column)
        let (number, isNew) = index.insert(bytes)
        if isNew { coded.texts.append(bytes) }
        coded.codes.append(number)
    }
}
