import Casework

/// How sure the allegation is. Words for probabilities and words for the strength of evidence keep to their sentences.
struct SurenessWords {
    private let facts: StatementFacts

    init(_ facts: StatementFacts) { self.facts = facts }

    var statements: [String] {
        families + [belonging, extraction].compactMap { $0 } + [
            "The weights behind these figures were set by hand and by how rare each value is in these records; they were not calibrated on matters whose truth is known. Read the figures as an order of strength, and not as a rate of being right.",
            "Only explanations that were thought of were weighed.",
        ] + reservations
    }

    /// Where an analysis made now could come to something else.
    private var reservations: [String] {
        (facts.overview.run?.reservations ?? []).map {
            "\($0) An analysis made now could come to something else."
        }
    }

    private var families: [String] {
        guard let membership = facts.membership else { return [] }
        return membership.familyBits.filter { abs($0.value) > 0.05 }
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map { family, bits in
                let name = FamilyWords.name(family)
                if bits < 0 { return "What was found in \(name) speaks against the allegation." }
                return
                    "What this account has in common with the group in \(name) is \(ReportFigures.times(bits)) times more probable if one operation runs them all than if not: \(VerbalScales.support(bits)) on the ENFSI scale."
            }
    }

    private var belonging: String? {
        guard let probability = facts.row.probability else { return nil }
        let wrong = max(0, Int((1000 * (1 - probability)).rounded(.up)))
        return
            "The probability that this account belongs to the group is put at \(ReportFigures.probability(probability)) (\(VerbalScales.likelihood(probability)) on the ICD 203 scale); if that figure is right, about \(ReportFigures.count(wrong)) in 1,000 accounts held like this one are held wrongly."
    }

    private var extraction: String? {
        guard let probability = facts.group?.row.extractionProbability else { return nil }
        return
            "The probability that the group is an operation of extraction is put at \(ReportFigures.probability(probability)) (\(VerbalScales.likelihood(probability)) on the ICD 203 scale)."
    }
}

/// The innocent explanations that were weighed for the group, and why each fits worse.
struct WeighedWords {
    private let facts: StatementFacts

    init(_ facts: StatementFacts) { self.facts = facts }

    /// The likeliest first.
    var weighed: [AccountStatement.Weighed] {
        guard let group = facts.group,
            let campaign = group.explanations.first(where: { $0.hypothesis == .campaign })
        else { return [] }
        return group.explanations.filter { $0.hypothesis != .campaign && $0.hypothesis != .unexplained }.map {
            AccountStatement.Weighed(explanation: $0.hypothesis, words: words($0, against: campaign))
        }
    }

    private func words(_ explanation: Explanation, against campaign: Explanation) -> [String] {
        let name = HypothesisWords.complement(explanation.hypothesis)
        let ratio = (campaign.bits - campaign.priorBits) - (explanation.bits - explanation.priorBits)
        var sentences =
            ratio > 0
            ? [
                "By the weights used, what was observed is \(ReportFigures.times(ratio)) times more probable if the group is an operation of extraction than if it is \(name)."
            ]
            : [
                "By the weights used, what was observed is no more probable if the group is an operation of extraction than if it is \(name)."
            ]
        let speaksFor = CampaignComposer.reasons(explanation) { $0 > 0 }.map(\.words)
        let speaksAgainst = CampaignComposer.reasons(explanation) { $0 < 0 }.map(\.words)
        if !speaksFor.isEmpty { sentences.append("For it: \(speaksFor.joined(separator: "; ")).") }
        if !speaksAgainst.isEmpty {
            sentences.append("Against it: \(speaksAgainst.joined(separator: "; ")).")
        }
        if speaksFor.isEmpty, speaksAgainst.isEmpty {
            sentences.append("Nothing was found for it or against it.")
        }
        return sentences
    }
}

enum UnavailableWords {
    static let general = [
        "Agreements with the provider, permissions and correspondence are not among the records.",
        "Nobody has asked the holder of the account yet.",
    ]
}
