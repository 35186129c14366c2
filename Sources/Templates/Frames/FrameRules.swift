/// How many words a frame must have of its own to be more than a phrase that strangers share.
///
/// Own words are those in phrases that hardly anyone outside the frame has. In a collection of 847 unrelated
/// prompts, openings that up to 165 of them share ("I want you to act as a") have at most 8 such words, and
/// what two unrelated texts share by chance is mostly shorter than that.
enum FrameRules {
    /// Where at least half of the typical text is frame, and so much of that the frame's own: else it is put
    /// together of stock phrases. Two frames that share half of their words have half for their own.
    static let mostlyFrame: Int32 = 8 * FrameWeight.word
    static let ownShare = 0.4
    /// The length of stretches that strangers share.
    static let stockPhrase: Int32 = 6 * FrameWeight.word
    /// Where the slots are longer than the frame: what the stretches around them have beyond a stock phrase
    /// each. Two stretches of ten words suffice; any number of stock phrases does not, nor does one sentence.
    static let beyondStock: Int32 = 8 * FrameWeight.word
    /// Or so many words in stretches of any length, where at least a third of the typical text is frame.
    static let manyStretches: Int32 = 24 * FrameWeight.word
    /// Or so many words in several stretches that so many texts have, which share hardly anything else: stock
    /// phrases come in changing company, and not the same two in every text.
    static let sameCompany: Int32 = 12 * FrameWeight.word
    static let companyTexts = 20
    static let companyShare = 0.9
    /// One run of words at the beginning or the end of the texts, with free text after or before it.
    static let atEdge: Int32 = 20 * FrameWeight.word
    /// How near to an end of the text "at the beginning or the end" is, in words: room for a greeting.
    static let edge: Int32 = 15
    /// Least words of a whole text that recurs as it is.
    static let wholeText: Int32 = 4 * FrameWeight.word
    /// Share of its typical fixed words that a text must have to be of the frame.
    static let memberShare = 0.6
    /// A phrase counts as the frame's where this share of its texts have it.
    static let phraseShare = 0.8

    /// What a stretch counts for beyond a stock phrase: no more than another one, so that it takes two.
    @inline(__always)
    static func excess(of stretch: Int32) -> Int32 { min(stockPhrase, max(0, stretch - stockPhrase)) }

    /// Whether the words suffice; weights in thirds of a word.
    static func isFrame(_ shape: FrameShape) -> Bool {
        if shape.own >= mostlyFrame, shape.fixed * 2 >= shape.text,
            Double(shape.own) >= ownShare * Double(shape.fixed)
        {
            return true
        }
        if shape.runs > 1, shape.excess >= beyondStock { return true }
        if shape.own >= manyStretches, shape.fixed * 3 >= shape.text { return true }
        if shape.own >= sameCompany, shape.runs > 1, shape.texts >= companyTexts,
            Double(shape.own) >= companyShare * Double(shape.fixed)
        {
            return true
        }
        return shape.own >= atEdge && shape.isAtEdge
    }
}

/// What the rules look at: medians over the texts of a possible frame.
struct FrameShape: Sendable {
    /// Texts that have it.
    var texts: Int
    /// Weight of the words in phrases that belong to this frame alone.
    var own: Int32
    /// Stretches that these words make.
    var runs: Int32
    /// Weight of what the stretches have beyond the length of a stock phrase each.
    var excess: Int32
    /// Weight of all words that the texts share, other frames' included.
    var fixed: Int32
    /// Weight of the typical text.
    var text: Int32
    /// Whether the words begin or end the text in most of the texts.
    var isAtEdge: Bool
}
