public import Casework

extension CaseReader {
    /// The decisions that bind an analysis made now, in the order they were made, with the members that campaigns had
    /// when they were decided on. O(decisions, and where there are any, the history of groups).
    public func bindingDecisions() throws -> BindingDecisions {
        try connection.read { handle in
            let decisions = try DecisionQuery.binding(handle)
            return decisions.isEmpty ? BindingDecisions() : try BindingQuery(handle).bound(decisions)
        }
    }
}

/// Turns decisions into what analyses are bound by: names into numbers, ids of campaigns into members.
struct BindingQuery {
    /// A line of the registry.
    private struct Entry {
        var number: Int
        var id: String
        var members: [UInt32]
    }

    /// What the columns of a decision name.
    private struct Columns {
        var account: UInt32
        var other: UInt32
        var registry: Int
    }

    private let entries: [Entry]
    private let columns: [Int: Columns]

    init(_ handle: Handle) throws {
        entries = try handle.rows("SELECT number, id, members FROM campaign_registry ORDER BY number") {
            Entry(number: $0.int(0), id: $0.text(1), members: try MemberList.read($0.bytes(2)))
        }
        columns = try Dictionary(
            uniqueKeysWithValues: handle.rows("SELECT number, account, other, registry FROM decision") {
                (
                    $0.int(0),
                    Columns(
                        account: UInt32(clamping: $0.int(1)), other: UInt32(clamping: $0.int(2)),
                        registry: $0.int(3))
                )
            })
    }

    func bound(_ decisions: [Decision]) -> BindingDecisions {
        var bound = BindingDecisions()
        var known: [String: Int] = [:]
        var moments: [Int: Int] = [:]
        func moment(_ registry: Int) -> Int {
            if let place = moments[registry] { return place }
            bound.moments.append(everybody(at: registry))
            moments[registry] = bound.moments.count - 1
            return bound.moments.count - 1
        }
        /// The place of the anchor, which many decisions have in common.
        func place(_ id: ExactText, _ registry: Int, isWhole: Bool) -> Int {
            let key = "\(registry) \(isWhole) \(id)"
            if let place = known[key] { return place }
            bound.anchors.append(anchor(id.string, registry, isWhole ? moment(registry) : nil))
            known[key] = bound.anchors.count - 1
            return bound.anchors.count - 1
        }
        for decision in decisions {
            guard let columns = columns[decision.number] else { continue }
            let subject: BindingDecision.Subject =
                switch decision.subject {
                case .campaign(let id):
                    .campaign(anchor: place(id, columns.registry, isWhole: true))
                case .membership(let id, _):
                    .membership(
                        anchor: place(id, columns.registry, isWhole: false), account: columns.account)
                case .attribution(let id, let profile):
                    .attribution(anchor: place(id, columns.registry, isWhole: true), profile: profile)
                case .link: .link(columns.account, columns.other)
                }
            bound.decisions.append(
                BindingDecision(
                    number: decision.number, actor: decision.actor, subject: subject,
                    isConfirmed: decision.verdict == .confirm, reason: decision.reason))
        }
        return bound
    }

    /// The members that an id had when it was last a group before a line of the registry.
    private func anchor(_ id: String, _ registry: Int, _ moment: Int?) -> CampaignAnchor {
        let own = entries.filter { $0.number <= registry && $0.id == id }
        let members = own.last { !$0.members.isEmpty }?.members ?? []
        return CampaignAnchor(
            id: id, members: members.sorted(), moment: moment, isCurrent: own.last?.members.isEmpty == false)
    }

    /// The members of all groups at a line of the registry.
    private func everybody(at registry: Int) -> [UInt32] {
        var groups: [String: [UInt32]] = [:]
        for entry in entries where entry.number <= registry { groups[entry.id] = entry.members }
        return Set(groups.values.joined()).sorted()
    }
}
