/// Something that happened to a group between two analyses: what its id has been through.
public struct CampaignEvent: Sendable, Codable, Hashable {
    public enum Sort: String, Sendable, Codable, CaseIterable {
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
    public var run: String
    public var id: String
    public var event: Sort
    /// Accounts after it; before it for a group that is none any more.
    public var accounts: Int
    /// Accounts that came and went against the last time the id was a group.
    public var joined: Int
    public var left: Int
    /// The greatest part first.
    public var kin: [Kin]

    public init(run: String, id: String, event: Sort, accounts: Int, joined: Int, left: Int, kin: [Kin]) {
        self.run = run
        self.id = id
        self.event = event
        self.accounts = accounts
        self.joined = joined
        self.left = left
        self.kin = kin
    }

    /// One sentence for a person, without the id.
    public var words: String {
        let size = Self.counted(accounts)
        switch event {
        case .new: return "new, \(size)"
        case .continued: return "\(joined) joined, \(left) left, \(size) now" + taken("from")
        case .split: return "\(size) split off" + taken("from")
        case .merged: return "no group of its own any more" + taken("in")
        case .reclassified: return "another sort of group now" + taken("in")
        case .gone: return "gone, \(size) before" + taken("in")
        case .back: return "back, \(size)" + taken("from")
        }
    }

    private func taken(_ word: String) -> String {
        kin.isEmpty
            ? ""
            : ": "
                + kin.map { kin in
                    let percent = Int((kin.share * 100).rounded())
                    return "\(Self.counted(kin.accounts)) (\(percent) %) \(word) \(kin.id)"
                }.joined(separator: ", ")
    }

    private static func counted(_ accounts: Int) -> String {
        accounts == 1 ? "1 account" : "\(accounts) accounts"
    }
}
