import CaseStore
import Casework

/// Holds the groups of two analyses against each other, campaign by campaign.
struct WhatIfComparison {
    /// Named for so many accounts; the totals have the full count.
    static let mostAccounts = 1000

    private let before: [GroupOutline]
    private let after: [GroupOutline]
    private let ids: ([UInt32]) throws -> [AccountID]

    init(before: [GroupOutline], after: [GroupOutline], ids: @escaping ([UInt32]) throws -> [AccountID]) {
        self.before = before
        self.after = after
        self.ids = ids
    }

    /// O(members of both).
    func result(_ empty: WhatIf) throws -> WhatIf {
        var result = empty
        let old = Set(before.flatMap(\.accused))
        let now = Set(after.flatMap(\.accused))
        (result.accusedBefore, result.accusedAfter) = (old.count, now.count)
        let (cleared, accused) = (old.subtracting(now), now.subtracting(old))
        (result.clearedTotal, result.accusedNewTotal) = (cleared.count, accused.count)
        (result.cleared, result.accusedNew) = (try names(cleared), try names(accused))
        result.lookAlikesBefore = before.count { $0.standing.kind != .campaign }
        result.lookAlikesAfter = after.count { $0.standing.kind != .campaign }
        let campaigns = before.filter { $0.standing.kind == .campaign }
        // A campaign whose members are mostly found in one of another id goes on there: that one is not new.
        let known = Set(campaigns.flatMap { [$0.id] + parts($0, after).prefix(1).map(\.id) })
        let new = after.filter { $0.standing.kind == .campaign && !known.contains($0.id) }
        result.campaigns = try campaigns.map(change) + new.map(appearance)
        result.words = WhatIfWords.sentences(result)
        return result
    }

    private func names(_ accounts: Set<UInt32>) throws -> [AccountID] {
        Array(try ids(accounts.sorted()).sorted().prefix(WhatIfComparison.mostAccounts))
    }

    // MARK: - One campaign

    private func change(_ old: GroupOutline) throws -> WhatIf.Campaign {
        let heirs = parts(old, after)
        let same = after.first { $0.id == old.id }
        let campaigns = heirs.filter { $0.standing.kind == .campaign }
        var change = WhatIf.Campaign(id: old.id, outcome: .unchanged)
        change.before = old.standing
        let heir = same ?? heirs.first
        change.after = heir?.standing
        change.others = heirs.map(\.id).filter { $0 != old.id }
        let kept = Set(heir?.members ?? [])
        let lost = Set(old.members).subtracting(kept)
        let gained = heir.map { Set($0.members).subtracting(old.members) } ?? []
        (change.lostTotal, change.gainedTotal) = (lost.count, gained.count)
        (change.lost, change.gained) = (try names(lost), try names(gained))
        change.outcome = outcome(old, heir, campaigns, isSame: same != nil, lost.count + gained.count)
        change.words = WhatIfWords.words(change)
        return change
    }

    private func outcome(
        _ old: GroupOutline, _ heir: GroupOutline?, _ campaigns: [GroupOutline], isSame: Bool, _ moved: Int
    ) -> WhatIf.Outcome {
        guard let heir else { return .vanishes }
        if campaigns.count > 1 { return .splits }
        if heir.standing.kind != .campaign { return .lookAlike }
        let others = before.filter { $0.standing.kind == .campaign && $0.id != old.id }
        if others.contains(where: { parts($0, after).first?.id == heir.id }) { return .merges }
        return isSame && moved == 0 && WhatIfWords.figures(old.standing, heir.standing).isEmpty
            ? .unchanged : .changed
    }

    private func appearance(_ new: GroupOutline) throws -> WhatIf.Campaign {
        var change = WhatIf.Campaign(id: new.id, outcome: .appears)
        change.after = new.standing
        change.others = parts(new, before).map(\.id)
        change.gainedTotal = new.members.count
        change.gained = try names(Set(new.members))
        change.words = WhatIfWords.words(change)
        return change
    }

    /// Groups that a tenth of the members and three at least are found in, those with the most first.
    private func parts(_ group: GroupOutline, _ groups: [GroupOutline]) -> [GroupOutline] {
        let members = Set(group.members)
        let least = max(3, members.count / 10)
        return groups.map { (group: $0, shared: $0.members.count { members.contains($0) }) }
            .filter { $0.shared >= least }
            .sorted { ($1.shared, $0.group.id) < ($0.shared, $1.group.id) }.map(\.group)
    }
}

/// What falls out, in sentences.
enum WhatIfWords {
    static func sentences(_ result: WhatIf) -> [String] {
        var sentences = [
            "Without \(leftOut(result.without)): \(CountWords.counted(result.accusedAfter, "account")) would be accused, where it is \(CountWords.grouped(result.accusedBefore)).",
            "\(CountWords.grouped(result.clearedTotal)) would no longer be accused, \(CountWords.grouped(result.accusedNewTotal)) would be accused that are not.",
        ]
        let stay = result.campaigns.count { $0.before != nil && $0.after?.kind == .campaign }
        let campaigns = result.campaigns.count { $0.before != nil }
        sentences.append(
            "\(CountWords.grouped(stay)) of \(CountWords.counted(campaigns, "campaign")) would still be called one."
        )
        return sentences + ["The case and its findings are unchanged."]
    }

    static func leftOut(_ without: WhatIf.LeftOut) -> String {
        let kinds = without.kinds.map { "the kind \($0.rawValue)" }
        let families = without.families.map { "the family \($0.rawValue)" }
        let sources = without.sources.map { "source:\($0.source) (\($0.file))" }
        let barred = without.barred.map {
            "\($0.kind.rawValue) \(SafeOutput.brief($0.value.string, limit: 40))"
        }
        return (kinds + families + sources + barred).joined(separator: ", ")
    }

    static func words(_ change: WhatIf.Campaign) -> String {
        let moved =
            "\(CountWords.grouped(change.lostTotal)) fall out, \(CountWords.grouped(change.gainedTotal)) come in"
        let others = change.others.joined(separator: ", ")
        switch change.outcome {
        case .unchanged: return "stays as it is"
        case .changed: return changed(change, moved)
        case .splits:
            return
                "splits: its members are in \(([change.id] + change.others).joined(separator: ", ")); \(moved)"
        case .merges: return "is merged with others" + (others.isEmpty ? "" : " in \(others)") + "; \(moved)"
        case .vanishes: return "vanishes: its members are in no group"
        case .lookAlike:
            return "is no campaign any more: it looks like \(change.after?.name ?? "a look-alike"); \(moved)"
        case .appears: return "appears" + (others.isEmpty ? "" : ", with members of \(others)")
        }
    }

    private static func changed(_ change: WhatIf.Campaign, _ moved: String) -> String {
        guard let before = change.before, let after = change.after else { return "stays a campaign" }
        let isMoved = change.lostTotal + change.gainedTotal > 0
        let elsewhere =
            change.others.isEmpty ? [] : ["members are found in \(change.others.joined(separator: ", "))"]
        return (["stays a campaign"] + (isMoved ? [moved] : []) + elsewhere + figures(before, after)).joined(
            separator: "; ")
    }

    /// What differs in the figures by a hundredth or more, and in attribution; empty where nothing does.
    static func figures(_ before: WhatIf.Standing, _ after: WhatIf.Standing) -> [String] {
        var parts: [String] = []
        let actors = [before.actor, after.actor].map { actor in actor.map { ExactText($0) } }
        if actors[0] != actors[1] {
            parts.append("attribution was \(before.actor ?? "nobody"), is \(after.actor ?? "nobody")")
        }
        let figures = [
            ("extraction", before.extractionProbability, after.extractionProbability),
            ("the attribution", before.attributionProbability, after.attributionProbability),
        ]
        for (name, was, now) in figures {
            guard let was, let now, abs(was - now) >= 0.01 else { continue }
            parts.append(
                "probability of \(name) was \(StrengthWords.probability(was)), is \(StrengthWords.probability(now))"
            )
        }
        return parts
    }
}
