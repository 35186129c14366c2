import Casework

/// Memberships of the invented case that wait for a reviewer.
enum InventedReview {
    static let queue: [ReviewRow] = (0..<6).map { index in
        ReviewRow(
            campaign: index == 4 ? "C-02" : "C-01", accountId: InventedCase.account(index).accountId,
            probability: 0.71 + 0.04 * Double(index), role: .periphery, linked: 11 - index)
    }

    static let tally = ReviewTally(waiting: 6, confirmed: 9, rejected: 1, unsure: 2, disputed: 0)

    /// The card of a row; the next linked account is the last of the queue, if it is another.
    static func card(_ account: AccountID, in queue: [ReviewRow]) -> ReviewCard {
        let row = queue.first { $0.accountId == account } ?? queue[0]
        var member = MemberRow(accountId: account, probability: row.probability, role: row.role)
        member.priorBits = -9
        member.familyBits = [.means: 7, .language: 4.2]
        var card = ReviewCard(row: row, group: InventedCase.groups[0], member: member)
        card.run = "r-1"
        card.ties = [
            ReviewCard.Tie(
                artifact: Artifact(kind: .payment, value: "pf_81c0aa3e"), bits: 11.2, linked: 9, confirmed: 3,
                holders: 9),
            ReviewCard.Tie(
                artifact: Artifact(kind: .template, value: "T-012"), bits: 9.1, linked: 4, confirmed: 0,
                holders: 206),
        ]
        card.against = [
            "time: what it holds is mostly its own",
            "its address 198.18.40.17 is also that of 61 accounts that nothing is held against",
            "created 200 days before the campaign's first exchange",
        ]
        card.couldBe = ["the whole group may be customers of one proxy", "a card may have been bought"]
        card.notSeen = ["No device is known for \(account)."]
        if let last = queue.last, last.accountId != account {
            card.next = ReviewCard.Next(accountId: last.accountId, bits: 26.4, place: queue.count - 1)
        }
        return card
    }
}
