internal import CYara
import Casework

extension CapabilityRule {
    /// Reads the rule's `meta:`. Unknown entries are left alone.
    init(_ rule: UnsafePointer<YR_RULE>, origin: String, file: RuleFile) throws(RuleError) {
        self.init(name: String(cString: cyara_rule_name(rule)), origin: origin)
        var next = cyara_first_meta(rule)
        while let meta = next {
            if let cause = read(meta) {
                throw RuleError(file: file.name, line: file.line(ofRule: name), cause: cause)
            }
            next = cyara_next_meta(meta)
        }
    }

    private mutating func read(_ meta: UnsafePointer<YR_META>) -> RuleError.Cause? {
        let string = cyara_meta_string(meta).map { String(cString: $0) }
        switch String(cString: cyara_meta_name(meta)) {
        case "capability":
            guard let string, Self.isCapability(string) else { return .badCapability(rule: name) }
            capability = string
        case "technique": technique = string
        case "description": description = string
        case "weight":
            guard let value = Self.weight(meta, string) else { return .badWeight(rule: name) }
            weight = value
        default: break
        }
        return nil
    }

    /// YARA has no fractions in `meta:`, so a weight is a string, or an integer in percent.
    private static func weight(_ meta: UnsafePointer<YR_META>, _ string: String?) -> Double? {
        let value =
            cyara_meta_is_integer(meta) != 0
            ? Double(meta.pointee.integer) / 100 : string.flatMap(Double.init)
        return value.flatMap { (0...1).contains($0) ? $0 : nil }
    }

    private static func isCapability(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                    UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }
}

extension RuleFile {
    /// The line where the rule's head stands, from 1. libyara tells lines of errors only; a head within a
    /// comment above the rule would be taken for it, which is no more than a wrong line in a message.
    func line(ofRule name: String) -> Int? {
        firstLine { words in
            words.firstIndex(of: "rule").map { words.dropFirst($0 + 1).first == name[...] } ?? false
        }
    }

    /// The line of `import "MODULE"`, from 1.
    func line(ofImport module: String) -> Int? {
        firstLine { $0.first == "import" && $0.contains(Substring("\"\(module)\"")) }
    }

    private func firstLine(_ isIt: ([Substring]) -> Bool) -> Int? {
        let lines = text.split(omittingEmptySubsequences: false) { $0.endsLine }
        return lines.firstIndex { isIt($0.split { " \t{:".contains($0) }) }.map { $0 + 1 }
    }
}
