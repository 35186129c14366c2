import Casework

extension TextDictionary {
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes.append(contentsOf: bytes)
        ends.append(self.bytes.count)
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
