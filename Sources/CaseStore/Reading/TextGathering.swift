import Casework

extension TextDictionary {
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes.append(contentsOf: bytes)
        ends.append(self.bytes.count)
    }

    /// The places of the entries in the order of their bytes.
    func sortedPlaces() -> [Int] {
        bytes.withUnsafeBufferPointer { bytes in
            // The first eight bytes in which texts differ decide most comparisons: as a number.
            let skipped = commonPrefix(bytes)
            var entries = (0..<count).map { place in
                (head: TextDictionary.head(bytes, range(of: place).dropFirst(skipped)), place: place)
            }
            entries.sort { left, right in
                if left.head != right.head { return left.head < right.head }
                return bytes[range(of: left.place)].lexicographicallyPrecedes(bytes[range(of: right.place)])
            }
            return entries.map(\.place)
        }
    }

    /// Bytes that all texts begin with.
    private func commonPrefix(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        guard count > 1 else { return 0 }
        let first = range(of: 0)
        var length = first.count
        for place in 1..<count where length > 0 {
            let range = range(of: place)
            length = min(length, range.count)
            var same = 0
            while same < length, bytes[first.lowerBound + same] == bytes[range.lowerBound + same] {
                same += 1
            }
            length = same
        }
        return length
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

    /// The code given; 0 for no text.
    @discardableResult
    mutating func append(_ row: Statement, _ column: Int) -> UInt32 {
        guard !row.isNull(column) else {
            coded.codes.append(0)
            return 0
        }
        let bytes = row.bytes(column)
        let (number, isNew) = index.insert(bytes)
        if isNew { coded.texts.append(bytes) }
        coded.codes.append(number)
        return number
    }
}
