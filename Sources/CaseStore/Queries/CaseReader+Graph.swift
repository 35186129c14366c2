public import Casework

/// The graph inside groups, and signals.
extension CaseReader {
    /// Every value that ties members of a group, the strongest first. Holders are account numbers.
    public func groupHubs(_ id: String) throws -> [GroupHub] {
        try connection.read { handle in
            try handle.rows(
                "SELECT kind, value, family, bits, outside, holders FROM group_hub WHERE group_id = ?"
                    + " ORDER BY place", [.text(id)]
            ) { row in
                GroupHub(
                    artifact: Artifact(kind: ArtifactKind(row.text(0)), value: ExactText(row.text(1))),
                    family: row.word(2) ?? .identity, bits: row.optionalDouble(3) ?? 0,
                    holders: try MemberList.read(row.bytes(5)), outside: row.int(4))
            }
        }
    }

    /// The strongest links of every member of a group, by the ids of the two accounts.
    public func groupLinks(_ id: String) throws -> [GroupLink] {
        try connection.read { handle in
            try handle.rows(
                "SELECT l.a, l.b, l.bits, l.by FROM group_link AS l"
                    + " JOIN account_identity AS x ON x.number = l.a JOIN account_identity AS y ON y.number = l.b"
                    + " WHERE l.group_id = ? ORDER BY x.account_id, y.account_id", [.text(id)]
            ) { row in
                GroupLink(
                    a: UInt32(truncatingIfNeeded: row.integer(0)),
                    b: UInt32(truncatingIfNeeded: row.integer(1)),
                    bits: row.optionalDouble(2) ?? 0, by: try ArtifactColumn.read(row.bytes(3)))
            }
        }
    }

    /// Signals over the whole case that belong to no group, by kind.
    public func signals() throws -> [SignalFinding] {
        try connection.read { handle in
            try handle.rows(
                "SELECT kind, value, expected, p_value, q_value, words, innocent, accounts, accounts_total,"
                    + " first_at, last_at FROM case_signal ORDER BY place"
            ) { row -> SignalFinding? in
                // A kind that this version does not know cannot be shown as one that it does.
                guard let kind: SignalFinding.Kind = row.word(0) else { return nil }
                var signal = SignalFinding(
                    kind: kind, value: row.optionalDouble(1) ?? 0, words: row.text(5))
                signal.expected = row.optionalDouble(2)
                signal.pValue = row.optionalDouble(3)
                signal.qValue = row.optionalDouble(4)
                signal.innocent = row.optionalText(6)
                signal.accounts = try MemberList.read(row.bytes(7))
                signal.accountsTotal = row.int(8)
                signal.firstAt = row.time(9)
                signal.lastAt = row.time(10)
                return signal
            }.compactMap { $0 }
        }
    }

    /// Ids of accounts in the order of their numbers given; numbers that no account has are left out.
    public func accountIDs(of numbers: [UInt32]) throws -> [AccountID] {
        try connection.read { try AccountNames($0).ids(of: numbers) }
    }
}
