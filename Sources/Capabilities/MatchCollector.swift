internal import CYara
import Casework

/// Takes what libyara reports during one scan.
final class MatchCollector {
    var matches: [RuleMatch] = []
    /// A module that a rule wanted and may not have.
    private(set) var refusedModule: String?
    private let publicIndexes: [Int?]

    init(publicIndex: [Int?]) {
        publicIndexes = publicIndex
    }

    func publicIndex(_ place: Int) -> Int? {
        publicIndexes.indices.contains(place) ? publicIndexes[place] : nil
    }

    static let receive: YR_CALLBACK_FUNC = { scanner, message, data, context in
        guard let scanner, let context else { return CALLBACK_ERROR }
        let collector = Unmanaged<MatchCollector>.fromOpaque(context).takeUnretainedValue()
        switch message {
        case CALLBACK_MSG_RULE_MATCHING:
            guard let rule = data?.assumingMemoryBound(to: YR_RULE.self) else { break }
            collector.add(UnsafePointer(rule), scanner)
        case CALLBACK_MSG_IMPORT_MODULE:
            guard let wish = data?.assumingMemoryBound(to: YR_MODULE_IMPORT.self) else { break }
            return collector.allows(wish.pointee.module_name) ? CALLBACK_CONTINUE : CALLBACK_ERROR
        default: break
        }
        return CALLBACK_CONTINUE
    }

    private func allows(_ module: UnsafePointer<CChar>?) -> Bool {
        let name = module.map { String(cString: $0) } ?? ""
        guard !RuleLimits.modules.contains(name) else { return true }
        refusedModule = name
        return false
    }

    private func add(_ rule: UnsafePointer<YR_RULE>, _ scanner: UnsafeMutablePointer<YR_SCANNER>) {
        guard let index = publicIndex(cyara_rule_index(scanner, rule)) else { return }
        var spans: [TextSpan] = []
        var nextString = cyara_first_string(rule)
        while let string = nextString {
            Self.append(string, scanner, to: &spans)
            nextString = cyara_next_string(string)
        }
        matches.append(RuleMatch(rule: index, spans: Self.firstDistinct(spans)))
    }

    /// The first matches of one string; libyara keeps them in order of their place.
    private static func append(
        _ string: UnsafePointer<YR_STRING>, _ scanner: UnsafeMutablePointer<YR_SCANNER>,
        to spans: inout [TextSpan]
    ) {
        var left = RuleLimits.spansPerRule
        var next = cyara_first_match(scanner, string)
        while let match = next, left > 0 {
            let offset = match.pointee.base &+ match.pointee.offset
            spans.append(
                TextSpan(offset: Int32(truncatingIfNeeded: offset), length: match.pointee.match_length))
            left -= 1
            next = cyara_next_match(match)
        }
    }

    private static func firstDistinct(_ spans: [TextSpan]) -> [TextSpan] {
        guard spans.count > 1 else { return spans }
        var kept: [TextSpan] = []
        for span in spans.sorted() where kept.last != span && kept.count < RuleLimits.spansPerRule {
            kept.append(span)
        }
        return kept
    }
}
