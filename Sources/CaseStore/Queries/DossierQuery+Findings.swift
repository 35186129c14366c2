import Casework

/// What analyses and people said of an account.
extension DossierQuery {
    func fillFindings(_ dossier: inout AccountDossier) throws {
        if let group = row.group {
            dossier.membership = try MemberQuery.member(handle, of: group, account: number)
            dossier.groupName = try handle.first(
                "SELECT name FROM finding_group WHERE id = ?", [.text(group)]
            ) {
                $0.text(0)
            }
            dossier.innocent = dossier.membership?.against ?? []
        }
        let features = try handle.first(
            "SELECT features FROM account_finding WHERE account = ?", [.integer(number)]
        ) { try JSONColumn.decode($0.text(0), as: [String: Double].self) }
        dossier.features = features ?? [:]
        dossier.violations = try rows(
            .violations, "v.account = ? ORDER BY v.number", RowReading.violation)
        dossier.indicators = try rows(
            .indicators,
            "(n.source, n.number) IN (SELECT source, number FROM indicator_hit WHERE account = ?)"
                + " ORDER BY n.source, n.number", RowReading.indicator)
        dossier.notes = try NoteQuery.notes(
            on: EntityName.account(row.accountId).description, handle)
        dossier.decisions = try DecisionQuery.decisions(about: row.accountId, handle)
    }

    func samples() throws -> [SampleRow] {
        try rows(
            .samples, "p.account = ? ORDER BY p.at, p.source, p.number LIMIT \(DossierQuery.mostSamples)",
            RowReading.sample)
    }

    /// Frames of the account's prompts, as values that it used.
    func templates() throws -> [Holding] {
        var templates: [Holding] = []
        try handle.each(
            "SELECT t.template, p.at, p.source, o.file, p.line FROM sample AS p JOIN template_member AS t"
                + " ON t.source = p.source AND t.number = p.number JOIN source AS o ON o.number = p.source"
                + " WHERE p.account = ? AND o.state = 'complete' ORDER BY t.template, p.source, p.line",
            [.integer(number)]
        ) { row in
            let id = ExactText(row.text(0))
            if templates.last?.value != id { templates.append(try holding(.template, id.string)) }
            DossierQuery.add(row, toTemplate: &templates[templates.count - 1])
        }
        return templates
    }

    private static func add(_ row: Statement, toTemplate holding: inout Holding) {
        holding.uses = (holding.uses ?? 0) + 1
        holding.firstAt = [holding.firstAt, row.time(1)].compactMap { $0 }.min()
        holding.lastAt = [holding.lastAt, row.time(1)].compactMap { $0 }.max()
        guard holding.rows.count < FirstRows.most else { return }
        holding.rows.append(RowReference(source: row.int(2), file: row.text(3), line: row.int(4)))
    }

    /// Rows of a list that are about this account.
    private func rows<Row>(
        _ list: CaseList, _ condition: String, _ make: (Statement) throws -> Row
    ) throws -> [Row] {
        let list = list.definition
        let columns = (list.fields.map(\.expression) + list.extra).joined(separator: ", ")
        return try handle.rows(
            "SELECT \(columns) FROM \(list.tables) WHERE \(list.visible) AND \(condition)",
            [.integer(number)], make)
    }

    /// More than anybody reads in a dossier; the list of samples has all.
    private static let mostSamples = 200
}
