public import Casework

/// A window of the accounts that hold a value.
public struct HolderWindow: Sendable {
    /// Members of campaigns first, then of other groups, the likeliest first; then the others as they were numbered.
    public var rows: [AccountRow]
    public var numbers: [UInt32]
    /// How many there are in all.
    public var total: Int
}

extension CaseReader {
    /// Accounts that hold a value, a window of them.
    ///
    /// What is held in holdings, frames and account columns is looked up; what only exchanges name takes one pass over
    /// the blocks of its rollup. Rows are read for the window alone, however many hold the value.
    /// - Parameters:
    ///   - other: an account that is not to be among them.
    ///   - window: counted from 0; may reach beyond the last.
    public func holders(
        of artifact: Artifact, but other: AccountID? = nil, window: Range<Int>
    ) throws -> HolderWindow {
        let (numbers, total) = try connection.read { handle in
            let query = HolderNumbers(handle)
            var holders = try query.numbers(of: artifact)
            if let other, let number = try query.number(of: other) { holders.removeAll { $0 == number } }
            let first = try query.ordered(holders, first: window.upperBound)
            return (Array(first[window.clamped(to: 0..<first.count)]), holders.count)
        }
        return HolderWindow(rows: try accountRows(numbers), numbers: numbers, total: total)
    }

    /// Values that tie a group, a window of them, and how many there are.
    ///
    /// The strongest first; many weigh the most that counts, and of equals those that tie most members come first, as
    /// their stored lists are the longest. O(values of the group).
    public func groupHubs(_ id: String, window: Range<Int>) throws -> (hubs: [GroupHub], total: Int) {
        try connection.read { handle in
            let total = try handle.number(
                "SELECT count(*) FROM group_hub WHERE group_id = ?", [.text(id)])
            let hubs = try handle.rows(
                "SELECT kind, value, family, bits, outside, holders FROM group_hub WHERE group_id = ?"
                    + " ORDER BY bits DESC, length(holders) DESC, place LIMIT ? OFFSET ?",
                [.text(id), .integer(window.count), .integer(window.lowerBound)]
            ) { row in
                GroupHub(
                    artifact: Artifact(kind: ArtifactKind(row.text(0)), value: ExactText(row.text(1))),
                    family: row.word(2) ?? .identity, bits: row.optionalDouble(3) ?? 0,
                    holders: try MemberList.read(row.bytes(5)), outside: row.int(4))
            }
            return (hubs, total)
        }
    }

    /// Values of a group that an analysis derived and an account has: hours of sign-up, short windows in common.
    public func derivedHubs(_ id: String, of account: UInt32) throws -> [GroupHub] {
        try connection.read { handle in
            try handle.rows(
                "SELECT kind, value, family, bits, outside, holders FROM group_hub WHERE group_id = ?"
                    + " AND kind IN (?, ?) ORDER BY place",
                [.text(id), .text(ArtifactKind.signUp.rawValue), .text(ArtifactKind.lockstep.rawValue)]
            ) { row in
                GroupHub(
                    artifact: Artifact(kind: ArtifactKind(row.text(0)), value: ExactText(row.text(1))),
                    family: row.word(2) ?? .time, bits: row.optionalDouble(3) ?? 0,
                    holders: try MemberList.read(row.bytes(5)), outside: row.int(4))
            }.filter { $0.holders.contains(account) }
        }
    }
}

/// Who holds a value, by account number.
struct HolderNumbers {
    private let handle: Handle

    init(_ handle: Handle) { self.handle = handle }

    func number(of id: AccountID) throws -> UInt32? {
        try handle.first("SELECT number FROM account_identity WHERE account_id = ?", [.text(id.string)]) {
            UInt32(clamping: $0.integer(0))
        }
    }

    /// Ascending, each once.
    func numbers(of artifact: Artifact) throws -> [UInt32] {
        let found =
            switch artifact.kind {
            case .address, .network: try behind(artifact.value.string)
            case .emailDomain: try accounts("email_domain", artifact.value)
            case .emailHash: try accounts("email_hash", artifact.value)
            case .organisation: try accounts("org_name", artifact.value)
            case .template: try usingFrame(artifact.value)
            case .signUp, .lockstep: try inHubs(artifact)
            default: try holding(artifact)
            }
        var numbers: [UInt32] = []
        for number in found.sorted() where number != numbers.last { numbers.append(number) }
        return numbers
    }

    /// The first of some holders as `HolderWindow.rows` stand. O(holders + members of groups).
    func ordered(_ holders: [UInt32], first: Int) throws -> [UInt32] {
        let isHolder = NumberSet(holders)
        var members: [(account: UInt32, isCampaign: Bool, probability: Double)] = []
        // Groups hold few of a case's accounts: going through them is quicker than asking of every holder.
        try handle.each("SELECT account, campaign IS NOT NULL, probability FROM account_standing") { row in
            let account = UInt32(clamping: row.integer(0))
            guard isHolder.contains(account) else { return }
            members.append((account, row.int(1) != 0, row.optionalDouble(2) ?? 0))
        }
        members.sort { left, right in
            if left.isCampaign != right.isCampaign { return left.isCampaign }
            return (right.probability, left.account) < (left.probability, right.account)
        }
        let isMember = NumberSet(members.map(\.account).sorted())
        let others = holders.lazy.filter { !isMember.contains($0) }.prefix(max(0, first - members.count))
        return members.map(\.account) + others
    }

    // MARK: - By kind

    private func behind(_ text: String) throws -> [UInt32] {
        let address = IPAddress(text).map { AddressRange(masking: $0, prefix: 128) }
        guard let range = address ?? AddressRange(text) else { return [] }
        let numbers = try handle.rows(
            "SELECT number FROM address WHERE address BETWEEN ? AND ?",
            [.bytes(range.address.stored), .bytes(range.last.stored)]
        ) { UInt32(clamping: $0.integer(0)) }
        return try naming(.address, NumberSet(numbers))
    }

    /// One pass over the accounts: these columns have no index.
    private func accounts(_ column: String, _ value: ExactText) throws -> [UInt32] {
        try handle.rows(
            "SELECT account FROM account_record WHERE \(column) = ? AND source <= (SELECT source FROM horizon)",
            [.text(value.string)]
        ) { UInt32(clamping: $0.integer(0)) }
    }

    private func usingFrame(_ id: ExactText) throws -> [UInt32] {
        try handle.rows(
            "SELECT DISTINCT p.account FROM template_member AS t JOIN sample AS p ON p.source = t.source"
                + " AND p.number = t.number WHERE t.template = ?", [.text(id.string)]
        ) { UInt32(clamping: $0.integer(0)) }
    }

    /// What an analysis derived has its holders where it ties a group.
    private func inHubs(_ artifact: Artifact) throws -> [UInt32] {
        var holders: [UInt32] = []
        try handle.each(
            "SELECT holders FROM group_hub WHERE kind = ? AND value = ?",
            [.text(artifact.kind.rawValue), .text(artifact.value.string)]
        ) { holders += try MemberList.read($0.bytes(0)) }
        return holders
    }

    private func holding(_ artifact: Artifact) throws -> [UInt32] {
        let number = try handle.first(
            "SELECT number FROM value WHERE kind = ? AND value = ?",
            [.text(artifact.kind.rawValue), .text(artifact.value.string)]
        ) { UInt32(clamping: $0.integer(0)) }
        guard let number else { return [] }
        var holders = try handle.rows(
            "SELECT DISTINCT account FROM holding WHERE value = ? AND source <= (SELECT source FROM horizon)",
            [.integer(Int64(number))]
        ) { UInt32(clamping: $0.integer(0)) }
        for kind in try MergedRollup.kinds(handle) where kind.valueKind == artifact.kind {
            holders += try naming(kind, NumberSet([number]))
        }
        return holders
    }

    /// Accounts whose exchanges name one of the values.
    private func naming(_ kind: RollupKind, _ values: NumberSet) throws -> [UInt32] {
        let parts = try RollupGathering.parts(handle, kind, from: [UInt32]()) { columns, found in
            for entry in 0..<columns.count
            where values.contains(UInt32(truncatingIfNeeded: columns.value.start[entry])) {
                found.append(columns.account.start[entry])
            }
        }
        return Array(parts.joined())
    }
}
