import Foundation

/// Finds wording in our own sentences that claims more than evidence carries.
///
/// Three faults: words of certainty ("proves", "guilty"); a verdict on evidence and a probability in one
/// sentence, which readers add up although they answer different questions; and the transposed likelihood
/// ratio ("given the evidence, it is 100 times more probable that …"), which takes the probability of the
/// evidence for that of the hypothesis. Text of evidence is not looked at. Linear in the text.
public enum WordingCheck {
    public struct Finding: Hashable, Sendable, Codable {
        public enum Fault: String, Hashable, Sendable, Codable {
            case certainty, mixedScales = "mixed_scales", transposed
        }

        public var fault: Fault
        /// The words that were found.
        public var words: String
        public var sentence: String
    }

    /// Every fault of a report's sentences, in their order.
    public static func findings(in report: CaseReport) -> [Finding] {
        report.sentences.flatMap(findings)
    }

    public static func findings(in text: String) -> [Finding] {
        sentences(text).flatMap { sentence -> [Finding] in
            let words = Words(sentence)
            var found = certainty(words).map { Finding(fault: .certainty, words: $0, sentence: sentence) }
            if let pair = mixed(words) {
                found.append(Finding(fault: .mixedScales, words: pair, sentence: sentence))
            }
            if let phrase = transposed(words) {
                found.append(Finding(fault: .transposed, words: phrase, sentence: sentence))
            }
            return found
        }
    }

    /// A sentence in lower case, words apart by single spaces, marks gone.
    private struct Words {
        let text: String

        init(_ sentence: String) {
            let words = sentence.lowercased().split { !($0.isLetter || $0.isNumber || $0 == ".") }
            text = " " + words.map { $0.trimmingCharacters(in: ["."]) }.joined(separator: " ") + " "
        }

        func has(_ phrase: String) -> Bool { text.contains(" " + phrase + " ") }
    }

    private static func certainty(_ words: Words) -> [String] {
        let found = certain.filter(words.has)
        let plain = words.text.replacingOccurrences(of: " almost certain ", with: " ")
            .replacingOccurrences(of: " not certain ", with: " ")
        return found + (plain.contains(" certain that ") || plain.contains(" is certain ") ? ["certain"] : [])
    }

    private static func mixed(_ words: Words) -> String? {
        guard let strength = strengths.first(where: words.has) else { return nil }
        guard let likelihood = likelihoods.first(where: words.has) else { return nil }
        return strength + " … " + likelihood
    }

    /// "N times more probable that" speaks of the hypothesis; "more probable if" of the evidence.
    private static func transposed(_ words: Words) -> String? { transpositions.first(where: words.has) }

    private static let certain = [
        "proves", "proven", "proof", "proved", "certainly", "undoubtedly", "doubtless", "guilty", "guilt",
        "beyond doubt", "without doubt", "conclusive", "conclusively", "definitely", "definitive", "culprit",
        "unquestionably", "impossible that", "must be behind", "confirms that", "thieves", "stole", "stolen",
    ]

    private static let strengths = [
        "weak support", "moderate support", "moderately strong support", "strong support",
        "very strong support",
        "extremely strong support", "high confidence", "moderate confidence", "low confidence", "confident",
        "likelihood ratio",
    ]

    private static let likelihoods = [
        "almost no chance", "very unlikely", "unlikely", "roughly even chance", "likely", "very likely",
        "almost certain", "posterior",
    ]

    private static let transpositions = [
        "times more probable that", "times more likely that", "times as likely that",
        "times more likely to be",
        "times more probable to be", "times likelier that", "given the evidence it is",
        "times more likely than not",
        "times more probable than not",
    ]

    private static func sentences(_ text: String) -> [String] {
        var sentences: [String] = []
        var current = ""
        var last: Character = " "
        for character in text {
            if character == " ", [".", "!", "?"].contains(last), !current.isEmpty {
                sentences.append(current)
                current = ""
            } else {
                current.append(character)
            }
            last = character
        }
        return current.isEmpty ? sentences : sentences + [current]
    }
}
