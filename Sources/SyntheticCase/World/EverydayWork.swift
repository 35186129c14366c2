/// What honest people ask for: a handful of topics each, in the languages of their country.
enum EverydayWork {
    private static let english: [(String, Double)] = [
        ("homework", 9), ("mail-draft", 10), ("recipe", 7), ("translate", 6), ("code-question", 12),
        ("travel", 5),
        ("health-fitness", 4), ("story", 5), ("cv-letter", 5), ("explain-simply", 8), ("spreadsheet", 6),
        ("proofread", 7), ("gift-ideas", 3), ("home-repair", 4), ("chart-help", 2), ("debug-trace", 6),
    ]
    /// What a small business's own software asks.
    static let business = [
        "news-digest", "ticket-sort", "review-tags", "listing-copy", "support-reply", "log-summary",
        "doc-extract",
    ]

    /// Between three and six topics, most in the first language of the place; no prompt key, as in a web chat.
    static func topics(for place: Place, _ random: inout SeededRandom) -> [Work] {
        var topics: [Work] = []
        for _ in 0..<random.between(3...6) {
            let first = random.chance(0.7) ? place.languages[0] : random.pick(place.languages)
            topics.append(Work(topic(in: first, &random), weight: 0.4 + random.unit()))
        }
        return topics
    }

    private static func topic(in language: Language, _ random: inout SeededRandom) -> String {
        switch language {
        case .english: return english[random.weighted(english.map(\.1))].0
        case .chinese: return random.pick(["zh-mail", "zh-study", "zh-code", "zh-life"])
        case .spanish: return random.pick(["es-mail", "es-study", "es-life"])
        case .german: return random.pick(["de-mail", "de-life", "de-code"])
        case .french: return random.pick(["fr-mail", "fr-life"])
        case .portuguese: return random.pick(["pt-mail", "pt-life"])
        case .japanese: return random.pick(["ja-mail", "ja-life"])
        }
    }
}
