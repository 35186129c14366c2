import Casework

/// One coded column of the exchanges of a file, while they are read.
struct CodedColumnBuilder {
    /// How values are judged.
    enum Kind {
        /// Text or number; something else is a fault.
        case text
        /// As text, but it has to be UTF-8.
        case identifier
        /// `api`, `web`, `cloud:NAME`.
        case surface
        /// A column the format does not name: anything, arrays and objects as JSON.
        case unknown, unknownIdentifier
    }

    enum Reading {
        case code(UInt32)
        case fault(StaticString)
        case badEncoding
    }

    let name: String
    let place: Int
    let kind: Kind
    private var dictionary: ByteDictionary
    private var added = TextDictionary()
    /// Per row of the batch: 0 for no value, else 1 + number in the dictionary.
    let codes = RowColumn<UInt32>(empty: 0)
    /// The code of the row at hand.
    var current: UInt32 = 0

    init(name: String, place: Int, kind: Kind, seed: UInt64) {
        self.name = name
        self.place = place
        self.kind = kind
        dictionary = ByteDictionary(seed: seed)
    }

    private var isIdentifier: Bool { kind == .identifier || kind == .unknownIdentifier }

    @inline(__always)
    mutating func read(_ field: Field) -> Reading {
        if field.isEmpty { return .code(0) }
        if field.shape == .text, !field.hasLoneSurrogate, let known = dictionary.find(field.bytes) {
            return .code(known &+ 1)
        }
        return readNew(field)
    }

    /// A value that was not met before, or that is written in an uncommon way.
    @inline(never)
    private mutating func readNew(_ field: Field) -> Reading {
        let isText = !field.hasLoneSurrogate && UTF8Check.isValid(field.bytes)
        if !isText, isIdentifier || kind == .surface { return .badEncoding }
        let isUnknown = kind == .unknown || kind == .unknownIdentifier
        guard field.isScalar || (isUnknown && field.shape != .unreadable) else {
            return .fault("not a text or number")
        }
        if kind == .surface, !ScalarReading.isAccessPath(field.bytes, allowsReseller: false) {
            return .fault("not a known word")
        }
        if isText { return .code(code(of: field.bytes) + 1) }
        // Dictionaries hold UTF-8 only: what is none gets its replacement marks here.
        var repaired = field.string
        return .code(repaired.withUTF8 { code(of: $0) } + 1)
    }

    private mutating func code(of bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
        if let known = dictionary.find(bytes) { return known }
        added.append(bytes)
        return dictionary.insert(bytes)
    }

    /// The column of the batch, which begins anew.
    mutating func takeColumn(rows: Int) -> CodedColumn {
        var column = CodedColumn(name: name)
        column.codes = codes.take(rows)
        swap(&column.added, &added)
        return column
    }
}

extension TextDictionary {
    mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        bytes.append(contentsOf: text)
        ends.append(bytes.count)
    }
}
