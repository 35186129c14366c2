public import Casework

/// Reviewers' decisions. A decision is an event: it is withdrawn by another, never erased, and the audit log has both.
extension CaseWriter {
    /// More than anybody says of one decision; a megabyte pasted by mistake is refused.
    public static let longestReasonBytes = 10_000

    /// Writes a decision down. It stands beside those of other actors and before the actor's own earlier ones.
    ///
    /// - Parameter run: the analysis that the actor saw; nil where they saw none in particular.
    /// - Returns: the decision; where the actor has said the same for the same reason, and it is in force, that one.
    /// - Throws: `StoreError.emptyReason`, `.longReason`; `.notFound` for what the case does not have;
    ///   `.otherAnalysis` where another one has taken the place of `run`.
    public func decide(
        on subject: DecisionSubject, _ verdict: DecisionVerdict, because reason: String, of run: String? = nil
    ) throws -> Decision {
        guard reason.contains(where: { !$0.isWhitespace }) else { throw StoreError.emptyReason }
        guard reason.utf8.count <= Self.longestReasonBytes else {
            throw StoreError.longReason(bytes: reason.utf8.count, limit: Self.longestReasonBytes)
        }
        return try connection.access { handle in
            try handle.transaction {
                if let run, try CaseQuery.runID(handle) != run { throw StoreError.otherAnalysis }
                let row = try DecisionRow(subject, handle)
                if let standing = try DecisionQuery.inForce(on: subject, by: act.actor, handle),
                    standing.verdict == verdict, ExactText(standing.reason) == ExactText(reason)
                {
                    return standing
                }
                let number = try row.insert(verdict, reason, withdraws: nil, by: act, handle)
                return try recorded("decide", number, handle)
            }
        }
    }

    /// Withdraws the actor's decision in force on a subject; an earlier one of the actor is in force again.
    ///
    /// - Throws: `StoreError.noDecision`.
    public func withdrawDecision(on subject: DecisionSubject) throws -> Decision {
        try connection.access { handle in
            try handle.transaction {
                guard let standing = try DecisionQuery.inForce(on: subject, by: act.actor, handle) else {
                    let all = try DecisionQuery.decisions(on: subject, handle)
                    throw StoreError.noDecision(
                        subject: subject.description, actor: act.actor, others: all.count(where: \.inForce))
                }
                let row = try DecisionRow(subject, handle)
                _ = try row.insert(standing.verdict, "", withdraws: standing.number, by: act, handle)
                return try recorded("withdraw_decision", standing.number, handle)
            }
        }
    }

    /// The decision as it now is, once the audit log has it.
    private func recorded(_ action: String, _ number: Int, _ handle: Handle) throws -> Decision {
        guard let decision = try DecisionQuery.decision(number, handle) else {
            throw StoreError.notFound("decision \(number)")
        }
        try AuditLog.append(
            handle, action: action,
            details: [
                "decision": .integer(number), "subject": .text(decision.subject.description),
                "verdict": .text(decision.verdict.rawValue), "reason": .text(decision.reason),
            ], by: act)
        return decision
    }
}

/// A subject in the columns of the table, once it is known that the case has it.
struct DecisionRow {
    private let subject: DecisionSubject
    private var campaign: String?
    private var account: Int?
    private var other: Int?
    private var profile: String?

    /// - Throws: `StoreError.notFound`.
    init(_ subject: DecisionSubject, _ handle: Handle) throws {
        self.subject = subject
        switch subject {
        case .campaign(let id): campaign = try Self.campaign(id, handle)
        case .membership(let id, let member):
            campaign = try Self.campaign(id, handle)
            account = try Self.account(member, handle)
        case .link(let a, let b):
            account = try Self.account(a, handle)
            other = try Self.account(b, handle)
        case .attribution(let id, let name):
            campaign = try Self.campaign(id, handle)
            let isKnown = try handle.number(
                "SELECT count(*) FROM profile WHERE name = ? AND source <= (SELECT source FROM horizon)",
                [.text(name.string)])
            guard isKnown > 0 else { throw StoreError.notFound("the profile \(name)") }
            profile = name.string
        }
    }

    /// Any id that a group has or had: a decision outlives the analysis it was made on.
    private static func campaign(_ id: ExactText, _ handle: Handle) throws -> String {
        let isKnown = try handle.number(
            "SELECT count(*) FROM campaign_registry WHERE id = ?", [.text(id.string)])
        guard isKnown > 0 else { throw StoreError.notFound("campaign:\(id)") }
        return id.string
    }

    private static func account(_ id: AccountID, _ handle: Handle) throws -> Int {
        let number = try handle.first(
            "SELECT number FROM account_identity WHERE account_id = ?"
                + " AND number <= (SELECT accounts FROM horizon)", [.text(id.string)]
        ) { $0.int(0) }
        guard let number else { throw StoreError.notFound("account:\(id)") }
        return number
    }

    /// - Returns: the event's number.
    func insert(
        _ verdict: DecisionVerdict, _ reason: String, withdraws: Int?, by act: Act, _ handle: Handle
    ) throws -> Int {
        let number = try handle.number("SELECT coalesce(max(number), 0) + 1 FROM decision")
        try handle.run(
            "INSERT INTO decision (number, at, actor, subject, campaign, account, other, profile, verdict, reason,"
                + " run, registry, withdraws) VALUES (?,?,?,?,?,?,?,?,?,?, (SELECT id FROM analysis_run),"
                + " (SELECT coalesce(max(number), 0) FROM campaign_registry), ?)",
            [
                .integer(number), .integer(act.clock().milliseconds), .text(act.actor),
                .text(subject.description), campaign.sql, account.sql, other.sql, profile.sql,
                .text(verdict.rawValue), .text(reason), withdraws.sql,
            ])
        return number
    }
}
