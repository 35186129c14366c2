import Analysis
public import CaseStore
public import Casework

/// Lays memberships out for a reviewer: the claim, what speaks for it and against it, and what else it could be.
public struct ReviewDesk {
    private let reader: CaseReader

    public init(_ reader: CaseReader) { self.reader = reader }

    /// From what the last analysis found, what the dossier has, and what reviewers said of linked members.
    ///
    /// - Throws: `StoreError.notFound` where the account is no member of that campaign.
    public func card(_ account: AccountID, in campaign: String) throws -> ReviewCard {
        // First: what is read while another analysis is stored says which it began with.
        let run = try reader.runID()
        let group = try reader.group(campaign, members: 0)
        var card = ReviewCard(
            row: try reader.reviewRow(account, in: campaign), group: group.row,
            member: try reader.member(account, of: campaign))
        card.run = run
        card.links = try reader.reviewLinks(account, in: campaign, limit: Self.mostLinks)
        card.ties = try ties(card.links)
        let dossier = try dossier(account, card)
        let words = MembershipDoubts(card, dossier)
        (card.against, card.couldBe, card.notSeen) = (words.against, words.couldBe, dossier.reasons.missing)
        card.decisions = try reader.decisions(on: card.subject)
        card.next = try next(card.links, campaign)
        return card
    }

    /// Links are those within the campaign: looking for all others takes a pass over the rollups, and a reviewer steps
    /// from card to card.
    private func dossier(_ account: AccountID, _ card: ReviewCard) throws -> AccountDossier {
        var dossier = try reader.dossier(account)
        dossier.links = card.links.map { LinkRow(accountId: $0.accountId, bits: $0.bits, by: $0.by) }
        dossier.reasons =
            AccountWords(dossier, group: card.group, run: nil, received: try reader.receivedTables()).reasons
        return dossier
    }

    /// Values that the links rest on, with how many of the linked members share each.
    private func ties(_ links: [ReviewCard.Link]) throws -> [ReviewCard.Tie] {
        var linked: [Artifact: (all: Int, confirmed: Int)] = [:]
        for link in links {
            for artifact in link.by {
                linked[artifact, default: (0, 0)].all += 1
                if link.verdict == .confirm { linked[artifact, default: (0, 0)].confirmed += 1 }
            }
        }
        let artifacts = linked.keys.sorted()
        return zip(artifacts, try reader.verdicts(on: artifacts)).map { artifact, verdict in
            let counts = linked[artifact] ?? (0, 0)
            return ReviewCard.Tie(
                artifact: artifact, bits: verdict?.bits ?? 0, linked: counts.all, confirmed: counts.confirmed,
                holders: verdict?.holders)
        }.sorted { left, right in
            if left.bits != right.bits { return left.bits > right.bits }
            // Of equally strong ones what fewer hold tells more.
            return (left.holders ?? .max, left.artifact) < (right.holders ?? .max, right.artifact)
        }
    }

    private func next(_ links: [ReviewCard.Link], _ campaign: String) throws -> ReviewCard.Next? {
        for link in links {
            if let place = try reader.reviewPlace(link.accountId, in: campaign) {
                return ReviewCard.Next(accountId: link.accountId, bits: link.bits, place: place)
            }
        }
        return nil
    }

    /// The hub of a campaign can have thousands; the strongest say what there is to say.
    private static let mostLinks = 60
}

/// What speaks against a membership, and what else it could be, in sentences.
struct MembershipDoubts {
    private let card: ReviewCard
    private let dossier: AccountDossier

    init(_ card: ReviewCard, _ dossier: AccountDossier) {
        self.card = card
        self.dossier = dossier
    }

    var against: [String] {
        card.member.against + [sharedAddress, age, unbanned].compactMap { $0 }
    }

    /// Reasons that belong to the account before those of the group, each once.
    var couldBe: [String] {
        var seen: Set<ExactText> = []
        return dossier.reasons.innocent.filter { seen.insert(ExactText($0)).inserted }
    }

    /// The address that the most unflagged accounts are behind.
    private var sharedAddress: String? {
        let shared = dossier.addresses.compactMap { use -> (use: AddressUse, strangers: Int)? in
            guard let accounts = use.accounts, let flagged = use.flagged else { return nil }
            return (use, accounts - flagged)
        }
        guard let most = shared.max(by: { ($0.strangers, $1.use.address) < ($1.strangers, $0.use.address) }),
            most.strangers >= Self.leastStrangers
        else { return nil }
        let strangers = CountWords.counted(most.strangers, "account")
        return "its address \(most.use.address) is also that of \(strangers) that nothing is held against"
    }

    private var age: String? {
        guard let created = dossier.row.createdAt, let first = card.group.firstAt else { return nil }
        let days = (first.milliseconds - created.milliseconds) / Self.dayMilliseconds
        guard days >= Self.earlyDays else { return nil }
        return "created \(CountWords.grouped(Int(days))) days before the campaign's first exchange"
    }

    /// Where the provider closed most others, one that it left open is worth saying.
    private var unbanned: String? {
        guard dossier.row.status == .active else { return nil }
        return "the provider has not closed it"
    }

    private static let leastStrangers = 5
    private static let earlyDays: Int64 = 30
    private static let dayMilliseconds: Int64 = 86_400_000
}
