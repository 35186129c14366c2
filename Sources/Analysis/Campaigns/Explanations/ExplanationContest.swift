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

    var best: GroupKind { explanations.first?.hypothesis ?? .unexplained }
    var extraction: Double? { explanations.first { $0.hypothesis == .campaign }?.probability }
}
