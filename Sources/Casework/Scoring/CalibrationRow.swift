/// One statement of an analysis and whether it came true: rows of many cases can be pooled.
public struct CalibrationRow: Hashable, Sendable {
    public enum Figure: String, Hashable, Sendable, CaseIterable {
        /// A member of a campaign: that it belongs to the operation which its campaign mostly is.
        case membership
        /// An account in any group: that it is fraudulent.
        case accusation
        /// A campaign and a profile: log2 of the likelihood ratio that it is the profile's.
        case attribution
    }

    public var figure: Figure
    /// The campaign or group.
    public var group: ExactText
    /// The account, or the profile.
    public var subject: ExactText
    /// A probability, 0…1; of an attribution bits.
    public var stated: Double
    public var isTrue: Bool

    /// A header and the rows: figure, group, subject, stated, actual (0 or 1). RFC 4180, exact.
    public static func csv(_ rows: [CalibrationRow]) -> [UInt8] {
        var bytes = Array("figure,group,subject,stated,actual\n".utf8)
        for row in rows {
            bytes += "\(row.figure.rawValue),".utf8
            for text in [row.group, row.subject] {
                appendQuoted(text, to: &bytes)
                bytes.append(UInt8(ascii: ","))
            }
            bytes += "\(row.stated),\(row.isTrue ? 1 : 0)\n".utf8
        }
        return bytes
    }

    private static func appendQuoted(_ text: ExactText, to bytes: inout [UInt8]) {
        let quote = UInt8(ascii: "\"")
        bytes.append(quote)
        for byte in text.string.utf8 {
            if byte == quote { bytes.append(quote) }
            bytes.append(byte)
        }
        bytes.append(quote)
    }
}
