/// Something that happened to a group between two analyses: what its id has been through.
public struct CampaignEvent: Sendable, Encodable, Hashable {
    public enum Sort: String, Sendable, Encodable, CaseIterable {
        case new
        /// Its members changed.
        case continued
        /// A new id for what came out of another group that goes on.
        case split
        /// Most of its members are in another group now.
        case merged
        /// A campaign that is a look-alike now, or the other way round, under another id.
        case reclassified
        case gone
        /// An id that was gone or merged, with most of its members again.
        case back
    }

    /// Another group that it came out of or went into.
    public struct Kin: Sendable, Codable, Hashable {
        public var id: String
        /// Accounts in common, and which share of this group and of the other they are.
        public var accounts: Int
        public var share: Double
        public var shareOfOther: Double

        public init(id: String, accounts: Int, share: Double, shareOfOther: Double) {
            self.id = id
            self.accounts = accounts
            self.share = share
            self.shareOfOther = shareOfOther
        }
    }

    /// The analysis that found it.
    public let run: String
    /// When that was; nil where the case does not say.
    public let at: Timestamp?
    public let id: String
    public let event: Sort
    /// Accounts after it; before it for a group that is none any more.
    public let accounts: Int
    /// Accounts that came and went against the last time the id was a group.
    public let joined: Int
    public let left: Int
    /// The greatest part first.
    public let kin: [Kin]
    /// One sentence for a person, without the id.
    public let words: String

    public init(
        run: String, at: Timestamp?, id: String, event: Sort, accounts: Int, joined: Int, left: Int,
        kin: [Kin]
    ) {
        self.run = run
        self.at = at
        self.id = id
        self.event = event
        self.accounts = accounts
        self.joined = joined
        self.left = left
        self.kin = kin
        let size = CountWords.counted(accounts, "account")
        words =
            switch event {
            case .new: "new, \(size)"
            case .continued: "\(joined) joined, \(left) left, \(size) now" + Self.taken("from", kin)
            case .split: "\(size) split off" + Self.taken("from", kin)
            case .merged: "no group of its own any more" + Self.taken("in", kin)
            case .reclassified: Self.reclassified(size, joined: joined, kin)
            case .gone: "gone, \(size) before" + Self.taken("in", kin)
            case .back: "back, \(size)" + Self.taken("from", kin)
            }
    }

    /// Told of the group that ends and of the one that begins.
    private static func reclassified(_ size: String, joined: Int, _ kin: [Kin]) -> String {
        joined > 0
            ? "\(size), another sort of group before" + taken("from", kin)
            : "another sort of group now" + taken("in", kin)
    }

    private static func taken(_ word: String, _ kin: [Kin]) -> String {
        let parts = kin.map { kin in
            let percent = Int((kin.share * 100).rounded())
            return "\(CountWords.counted(kin.accounts, "account")) (\(percent) %) \(word) \(kin.id)"
        }
        return parts.isEmpty ? "" : ": " + parts.joined(separator: ", ")
    }
}

extension CampaignEvent {
    /// With the analysis and its day, and the id where it is another's: `r-7c41d0 (2026-02-21): back, 19 accounts`.
    public func line(of group: String) -> String {
        let day = at.map { " (\($0.day))" } ?? ""
        return "\(run)\(day): " + (id == group ? "" : "\(id) ") + words
    }
}
