import CaseStore
import Casework
import Foundation
import Reports

/// Reads what stands beside groups: settings, terms, rules, frames, violations, partners' indicators, signals.
struct ReportFindings {
    private let reader: CaseReader

    init(_ reader: CaseReader) { self.reader = reader }

    func fill(_ facts: inout ReportFacts) throws {
        for place in facts.groups.indices where facts.groups[place].row.kind == .campaign {
            facts.groups[place].shared += try missing(facts.groups[place], of: facts.overview.accounts)
        }
        facts.settings = try reader.history().last?.settings ?? [:]
        facts.terms = try reader.terms()
        facts.rules = try reader.rules(ListQuery())
        facts.violations = try reader.violations(ListQuery())
        facts.indicators = try reader.indicators(ListQuery())
        facts.signals = try reader.signals()
        facts.decisions = try reader.decisions()
        facts.templates = try frames(facts.groups).map { try reader.template($0, holders: 0, samples: 0) }
    }

    /// Values that the strongest shared ones leave out, as many as a report shows: cards and devices in
    /// small cells weigh little each and are what control looks like.
    private func missing(_ group: GroupDetail, of accounts: Int) throws -> [SharedArtifact] {
        let known = Set(group.shared.map(\.artifact))
        let size = Double(max(1, group.row.accounts))
        let others = Double(max(0, accounts - group.row.accounts))
        let added = try reader.groupHubs(group.row.id).filter { !known.contains($0.artifact) }.map { hub in
            let inside = Double(hub.holders.count)
            return SharedArtifact(
                artifact: hub.artifact, inside: hub.holders.count, outside: hub.outside,
                bits: log2((inside / size) / ((Double(hub.outside) + 0.5) / (others + 1))))
        }
        return added.filter { $0.bits >= ReportFindings.leastBits }.enumerated()
            .sorted { ($1.element.inside, $0.offset) < ($0.element.inside, $1.offset) }.map(\.element)
    }

    /// Below a factor of four a value says next to nothing about the group.
    private static let leastBits = 2.0

    /// Frames that are exhibits of campaigns, each once.
    private func frames(_ groups: [GroupDetail]) -> [String] {
        let shared = groups.filter { $0.row.kind == .campaign }.flatMap {
            $0.exhibits
        }
        return Set(shared.map(\.artifact).filter { $0.kind == .template }.map(\.value)).sorted().map(\.string)
    }
}
