/// Builds safe clusters one piece at a time until the columns are used up.
struct ClusterReader {
    let glyphs: Glyphs
    let width: Int
    var line = SafeText.Line()

    init(glyphs: Glyphs, width: Int) {
        self.glyphs = glyphs
        self.width = max(0, width)
    }

    /// Adds a piece; false when there is no more room for it.
    mutating func take(_ piece: TextPiece) -> Bool {
        switch piece {
        case .invalid(let byte):
            return sign(HiddenSign.byte(byte, isUnicode: glyphs.isUnicode))
        case .scalar(let scalar):
            return take(scalar, ScalarKind(scalar))
        }
    }

    private mutating func take(_ scalar: Unicode.Scalar, _ kind: ScalarKind) -> Bool {
        switch kind {
        case .printable(let columns) where scalar.isASCII || glyphs.isUnicode:
            return append(String(scalar), width: columns)
        case .printable:
            if let plain = Glyphs.asciiSign(scalar) { return plainSign(plain) }
            return sign(HiddenSign.scalar(scalar, isUnicode: false))
        case .combining where canJoin:
            join(scalar)
            return true
        case .presentation where followsSign:
            // Left out but counted, so that a run of them is neither hidden nor free.
            line.clusters[line.clusters.count - 1].scalarCount += 1
            return true
        case .combining, .presentation, .hidden:
            return sign(HiddenSign.scalar(scalar, isUnicode: glyphs.isUnicode))
        }
    }

    /// Whether a mark can be drawn on the last cluster.
    private var canJoin: Bool {
        guard glyphs.isUnicode, let last = line.clusters.last else { return false }
        return !last.isSign && last.scalarCount < Cell.scalarLimit
    }

    /// Whether the last cluster is a lone sign beyond ASCII, whose coloured form may be asked for.
    private var followsSign: Bool {
        guard canJoin, let last = line.clusters.last, last.scalarCount == 1 else { return false }
        return last.text.utf8.count > 1
    }

    private mutating func join(_ scalar: Unicode.Scalar) {
        let last = line.clusters.count - 1
        line.clusters[last].text.unicodeScalars.append(scalar)
        line.clusters[last].scalarCount += 1
    }

    private mutating func append(_ text: String, width columns: Int, isSign: Bool = false) -> Bool {
        guard line.width + columns <= width else { return false }
        line.clusters.append(SafeText.Cluster(text: text, width: columns, isSign: isSign))
        line.width += columns
        return true
    }

    private mutating func sign(_ text: String) -> Bool {
        for scalar in text.unicodeScalars {
            guard append(String(scalar), width: 1, isSign: true) else { return false }
        }
        return true
    }

    private mutating func plainSign(_ text: String) -> Bool {
        for scalar in text.unicodeScalars {
            guard append(String(scalar), width: 1) else { return false }
        }
        return true
    }
}

/// The visible signs for what cannot be shown.
enum HiddenSign {
    /// `␛`, `␊`, `␡`, `‹U+202E›`; in ASCII `^[`, `^J`, `^?`, `\u{202E}`.
    static func scalar(_ scalar: Unicode.Scalar, isUnicode: Bool) -> String {
        let value = scalar.value
        let picture: UInt32? = value < 0x20 ? 0x2400 + value : value == 0x7F ? 0x2421 : nil
        if let picture {
            guard isUnicode else { return "^" + ascii(UInt8(value ^ 0x40)) }
            return Unicode.Scalar(picture).map { String($0) } ?? "?"
        }
        let digits = hex(value, least: 4)
        return isUnicode ? "‹U+\(digits)›" : "\\u{\(hex(value, least: 1))}"
    }

    /// `‹xFF›`, in ASCII `\xFF`.
    static func byte(_ byte: UInt8, isUnicode: Bool) -> String {
        let digits = hex(UInt32(byte), least: 2)
        return isUnicode ? "‹x\(digits)›" : "\\x\(digits)"
    }

    private static func ascii(_ byte: UInt8) -> String {
        String(Unicode.Scalar(byte & 0x7F))
    }

    private static func hex(_ value: UInt32, least: Int) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, least - digits.count)) + digits
    }
}
