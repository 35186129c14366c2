/// Reliability of the source (A-F) and credibility of what it says (1-6), from MISP tags.
struct AdmiraltyGrade {
    private var reliability: Character?
    private var credibility: Character?

    /// `admiralty-scale:source-reliability="b"`, `admiralty-scale:information-credibility="2"`.
    init(tags: [String]) {
        for tag in tags {
            guard let value = AdmiraltyGrade.value(of: tag) else { continue }
            if tag.hasPrefix("admiralty-scale:source-reliability"), "abcdef".contains(value) {
                reliability = Character(value.uppercased())
            }
            if tag.hasPrefix("admiralty-scale:information-credibility"), "123456".contains(value) {
                credibility = value
            }
        }
    }

    private static func value(of tag: String) -> Character? {
        let parts = tag.split(separator: "\"", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[1].count == 1 else { return nil }
        return parts[1].lowercased().first
    }

    /// `B2`; nil where neither was given, `?` for the half that was not.
    var text: String? {
        if reliability == nil && credibility == nil { return nil }
        return "\(reliability ?? "?")\(credibility ?? "?")"
    }
}
