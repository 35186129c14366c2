public import Casework

extension CaseReader {
    /// Decisions on a subject in the order they were made, withdrawn ones included.
    public func decisions(on subject: DecisionSubject) throws -> [Decision] {
        try connection.read { try DecisionQuery.decisions(on: subject, $0) }
    }

    /// Decisions that an account has a part in: its memberships and links.
    public func decisions(about account: AccountID) throws -> [Decision] {
        try connection.read { try DecisionQuery.decisions(about: account, $0) }
    }

    /// Decisions on a campaign or look-alike as a whole: whether it is one, and who is behind it.
    public func decisions(aboutGroup id: String) throws -> [Decision] {
        try connection.read { try DecisionQuery.decisions(aboutGroup: id, $0) }
    }

    /// Whether the case has what the subject names.
    public func has(_ subject: DecisionSubject) throws -> Bool {
        try connection.read { handle in
            do {
                _ = try DecisionRow(subject, handle)
                return true
            } catch StoreError.notFound {
                return false
            }
        }
    }
}

enum DecisionQuery {
    static func decision(_ number: Int, _ handle: Handle) throws -> Decision? {
        try rows("d.number = ?", [.integer(number)], handle).first
    }

    static func decisions(on subject: DecisionSubject, _ handle: Handle) throws -> [Decision] {
        try rows("d.subject = ? ORDER BY d.number", [.text(subject.description)], handle)
    }

    /// The decision of one actor that is in force.
    static func inForce(on subject: DecisionSubject, by actor: String, _ handle: Handle) throws -> Decision? {
        try decisions(on: subject, handle).last { $0.inForce && ExactText($0.actor) == ExactText(actor) }
    }

    static func decisions(about account: AccountID, _ handle: Handle) throws -> [Decision] {
        let number = "(SELECT number FROM account_identity WHERE account_id = ?1)"
        return try rows(
            "d.number IN (SELECT number FROM decision WHERE account = \(number) UNION ALL"
                + " SELECT number FROM decision WHERE other = \(number)) ORDER BY d.number",
            [.text(account.string)], handle)
    }

    /// Also those on an earlier id that the last analysis found to be about this group.
    static func decisions(aboutGroup id: String, _ handle: Handle) throws -> [Decision] {
        try rows(
            "d.account IS NULL AND (d.campaign = ?1 OR e.group_id = ?1) ORDER BY d.number", [.text(id)],
            handle)
    }

    /// What an analysis made now would be bound by, in the order it was made.
    static func binding(_ handle: Handle) throws -> [Decision] {
        try rows("d.verdict <> 'unsure' ORDER BY d.number", [], handle).filter(\.binds)
    }

    /// Whether the last analysis was made with the decisions that bind now. O(decisions).
    static func areCovered(_ handle: Handle) throws -> Bool {
        let binding =
            "SELECT d.number FROM decision AS d WHERE d.verdict <> 'unsure' AND d.withdraws IS NULL"
            + " AND \(ListDefinition.isInForce("d")) AND NOT \(ListDefinition.isDisputed)"
        let bound = "SELECT number FROM decision_effect"
        return try handle.number(
            "SELECT EXISTS (\(binding) EXCEPT \(bound)) OR EXISTS (\(bound) EXCEPT \(binding))") == 0
    }

    private static func rows(
        _ condition: String, _ values: [SQLValue], _ handle: Handle
    ) throws -> [Decision] {
        let list = ListDefinition.decisions
        let columns = (list.fields.map(\.expression) + list.extra).joined(separator: ", ")
        return try handle.rows(
            "SELECT \(columns) FROM \(list.tables) WHERE \(list.visible) AND \(condition)", values,
            RowReading.decision)
    }
}
