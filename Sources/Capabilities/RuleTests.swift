public import Casework

/// Tries rules on the texts that they must and must not match.
public enum RuleTests {
    public struct Failure: Hashable, Sendable {
        public enum Reason: Hashable, Sendable {
            case didNotMatch
            /// Where it did.
            case matched([TextSpan])
            case noSuchRule
            /// The rule failed in this scan or in one before.
            case failed
        }

        public var example: RuleTexts.Example
        public var reason: Reason
    }

    /// Runs a file of rules by itself over the texts: what is in the file counts, not what is shipped.
    /// - Returns: what went wrong, in order of the texts.
    /// - Throws: what is wrong with the rules.
    public static func run(_ rules: RuleFile, _ texts: RuleTexts) throws(RuleError) -> [Failure] {
        let set = try RuleSet(user: [rules], shipped: RuleFile(name: ShippedRules.origin, text: ""))
        let scanner = try TextScanner(set)
        return texts.examples.compactMap { example in
            guard let rule = set.rules.firstIndex(where: { $0.name == example.rule }) else {
                return Failure(example: example, reason: .noSuchRule)
            }
            let match = scanner.scan(Array(example.text.utf8)).first { $0.rule == rule }
            if scanner.failedRules.contains(rule) { return Failure(example: example, reason: .failed) }
            switch (example.mustMatch, match) {
            case (true, nil): return Failure(example: example, reason: .didNotMatch)
            case (false, let match?): return Failure(example: example, reason: .matched(match.spans))
            default: return nil
            }
        }
    }
}

extension RuleTests.Failure: CustomStringConvertible {
    /// One line; the text itself is left out, its line in the file of texts is enough to find it.
    public var description: String {
        let place = "line \(example.line): \(example.rule.printableASCII)"
        return switch reason {
        case .didNotMatch: "\(place) does not match, and must"
        case .matched(let spans):
            "\(place) matches, and must not"
                + (spans.first.map { " (\($0.length) bytes from byte \($0.offset))" } ?? "")
        case .noSuchRule: "\(place) is no rule of the file"
        case .failed: "\(place) does not come to an end in time"
        }
    }
}
