extension RuleError: CustomStringConvertible {
    /// `FILE:LINE: what`, free of control characters that the file may hold.
    public var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        return "\(place): \(cause)"
    }
}

extension RuleError.Cause: CustomStringConvertible {
    public var description: String {
        switch self {
        case .tooLarge(let bytes):
            "the file has \(bytes) bytes, more than the \(RuleLimits.fileBytes) that rules may have"
        case .setTooLarge(let bytes):
            "the files of rules have \(bytes) bytes together, more than the \(RuleLimits.setBytes) allowed"
        case .tooMuchXor(let times):
            "the file says xor \(times) times, more than the \(RuleLimits.xorWords) allowed"
        case .tooManyRules(let count):
            "the file has \(count) rules, more than the \(RuleLimits.rulesPerFile) allowed"
        case .holdsNUL: "the file holds a NUL byte, which no rule can"
        case .syntax(let message): message
        case .includeNotAllowed: "include is not allowed: put all rules into this file"
        case .moduleNotAllowed(let name):
            "the module \"\(name)\" is not allowed: rules over texts may import "
                + RuleLimits.modules.sorted().joined(separator: " and ")
        case .costlyPattern(let string):
            "\(string) may try too many ways at one place of a text: "
                + "keep its gaps and repeats to 250 bytes in all, or split it in two strings"
        case .badWeight(let rule):
            "rule \(rule): weight is a number from 0 to 1 in quotes, such as \"0.8\", or a percentage 0 to 100"
        case .badCapability(let rule):
            "rule \(rule): capability is a word of a-z, 0-9 and _ with at most 64 characters"
        case .notScannableInTime(let rule):
            "rule \(rule) does not come to an end in time: its condition loops too often"
        case .libyara(let code): "libyara gave error \(code)"
        }
    }
}

extension String {
    /// The text with everything but printable ASCII replaced: libyara's messages quote the file.
    var printableASCII: String {
        String(decoding: utf8.map { (0x20..<0x7f).contains($0) ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
    }
}
