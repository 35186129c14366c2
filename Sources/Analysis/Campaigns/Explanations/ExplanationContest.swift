import Casework
import Foundation

/// Weighs all explanations on the same figures.
struct ExplanationContest: Sendable {
    static let rules: [any ExplanationRule] = [
        ExtractionCampaign(), EnterpriseAccounts(), DeclaredReseller(), ClassOrCourse(), EventParticipants(),
        FrameworkUsers(), Household(), ProxyCustomers(), SharedNetwork(), PermittedResearch(), Coincidence(),
    ]

    /// All explanations, the likeliest first, with their shares of the sum of 2^bits.
    let explanations: [Explanation]

    init(_ figures: GroupFigures, withholding: Bool) {
        var list = Self.rules.map { $0.explain(figures) }
        if withholding { list.removeAll { $0.hypothesis == .campaign } }
        let order = GroupKind.allCases
        list.sort {
            ($1.bits, order.firstIndex(of: $0.hypothesis) ?? 0) < (
                $0.bits, order.firstIndex(of: $1.hypothesis) ?? 0
            )
        }
        let total = list.reduce(0) { $0 + exp2($1.bits) }
        if !withholding {
            for index in list.indices { list[index].probability = exp2(list[index].bits) / total }
        }
        explanations = list
    }

    /// Bits by which extraction has to lead the next explanation before anybody is accused: 8 to 1, since a wrong
    /// accusation weighs more than a missed one. Hand-set.
    static let leastLeadBits = 3.0

    /// What the group is called: the likeliest explanation, but a campaign only with a clear lead.
    var best: GroupKind {
        guard let first = explanations.first else { return .unexplained }
        return first.hypothesis == .campaign && !leadIsClear ? explanations[1].hypothesis : first.hypothesis
    }

    /// Extraction is the likeliest explanation, but not clearly enough for an accusation.
    var isDoubtful: Bool { explanations.first?.hypothesis == .campaign && !leadIsClear }

    private var leadIsClear: Bool {
        explanations.count < 2 || explanations[0].bits - explanations[1].bits >= Self.leastLeadBits
    }

    var extraction: Double? { explanations.first { $0.hypothesis == .campaign }?.probability }
}
