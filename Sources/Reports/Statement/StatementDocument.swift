import Casework

extension ReportDocument {
    /// The document of a statement of reasons. Everything in it comes from the statement.
    init(_ statement: AccountStatement) {
        title = "Account \(statement.accountId)"
        marks = ["STATEMENT OF REASONS"] + (statement.synthetic ? ["SYNTHETIC"] : [])
        running = "statement of \(statement.at.inZone)" + (statement.run.map { " · analysis \($0)" } ?? "")
        sections = StatementSections(statement).sections
        kicker = "Statement of reasons"
        closing =
            statement.isAlleged
            ? "Everything said about this account is alleged." : "Nothing is alleged against this account."
    }
}

/// A statement of reasons, section by section.
struct StatementSections {
    private let statement: AccountStatement

    init(_ statement: AccountStatement) { self.statement = statement }

    var sections: [ReportDocument.Section] {
        let all = [
            head, alleged, rules, facts, sureness, weighed, speaksFor, unavailable, answers, decision, appeal,
        ]
        return all.compactMap { $0 }
    }

    private func section(_ id: String, _ title: String, _ blocks: [ReportDocument.Block])
        -> ReportDocument.Section
    {
        ReportDocument.Section(id: id, title: title, blocks: blocks)
    }

    private func list(_ id: String, _ title: String, _ sentences: [String]) -> ReportDocument.Section? {
        sentences.isEmpty ? nil : section(id, title, [.list(sentences.map { .init($0) })])
    }

    private var head: ReportDocument.Section {
        var blocks: [ReportDocument.Block] = []
        if statement.synthetic {
            blocks.append(.remark("SYNTHETIC: service, accounts and records of this case are invented."))
        }
        blocks.append(
            .facts([
                .init(name: "Account", value: .code(statement.accountId.string)),
                .init(name: "Made at", value: .text("\(statement.at.inZone) (\(DisplayZone.current.name))")),
                .init(name: "Reference", value: .text(statement.appeal.reference ?? Self.blank("reference"))),
                .init(name: "Analysis", value: .text(statement.run ?? "none")),
                .init(name: "Program", value: .text(statement.tool)),
            ]))
        return section("cover", "Statement of reasons", blocks)
    }

    private var alleged: ReportDocument.Section {
        section(
            "alleged", "What is alleged, and what is not",
            [.list(statement.alleged.map { .init($0) }), .list(statement.notAlleged.map { .init($0) })])
    }

    private var rules: ReportDocument.Section? {
        guard statement.isAlleged else { return nil }
        var blocks: [ReportDocument.Block] = [.list(statement.ruleWords.map { .init($0) })]
        if !statement.rules.isEmpty {
            var table = ReportDocument.Table(
                caption: "Clauses in force", columns: ["Clause", "In force", "About", "Text"])
            table.rows = statement.rules.map {
                .init([
                    .text($0.clause), .text(ReportFigures.period($0.from, $0.to)),
                    .text($0.kind.map(GroupWords.term) ?? "–"), .text($0.text),
                ])
            }
            blocks.append(.table(table))
        }
        return section("rules", "By which rule", blocks)
    }

    private var facts: ReportDocument.Section {
        var blocks: [ReportDocument.Block] = [.list(statement.period.map { .init($0) })]
        if statement.isAlleged { blocks.append(.list(statement.factWords.map { .init($0) })) }
        if !statement.facts.isEmpty {
            blocks.append(.list(statement.facts.map { .init(Self.words($0)) }))
        }
        let title =
            statement.isAlleged ? "On which facts, in which period" : "What the records have of this account"
        return section("facts", title, blocks)
    }

    /// A fact with its number, strength, innocent reasons and records. A table would be wider than a page.
    private static func words(_ fact: AccountStatement.Fact) -> String {
        let more = fact.rowsTotal - fact.rows.count
        let rows =
            fact.rows.map { "\($0.file):\($0.line)" }
            + (more > 0 ? ["\(ReportFigures.count(more)) more"] : [])
        let records = rows.isEmpty ? "drawn from several" : rows.joined(separator: ", ")
        return
            "\(fact.id): \(fact.words) \(fact.strength) Innocent reasons that were considered: \(fact.innocent.joined(separator: "; ")). Records of this account: \(records)."
    }

    private var sureness: ReportDocument.Section? { list("sure", "How sure this is", statement.sureness) }

    private var weighed: ReportDocument.Section? {
        list(
            "weighed", "Innocent explanations that were weighed for the whole group",
            statement.weighed.map { weighed in
                let name = HypothesisWords.complement(weighed.explanation).asOwnWords
                return "\(name): \(weighed.words.joined(separator: " "))"
            })
    }

    private var speaksFor: ReportDocument.Section? {
        list("for", "What speaks for this account", statement.speaksFor)
    }

    private var unavailable: ReportDocument.Section? {
        list("unavailable", "What was not available", statement.unavailable)
    }

    private var answers: ReportDocument.Section? {
        list("answers", "What you can bring forward", statement.youCanBring)
    }

    private var decision: ReportDocument.Section? { list("decision", "Who decides", statement.decision) }

    private var appeal: ReportDocument.Section {
        section(
            "appeal", "How to answer or appeal",
            [
                .facts([
                    .init(name: "Contact", value: .text(statement.appeal.contact ?? Self.blank("contact"))),
                    .init(
                        name: "Deadline", value: .text(statement.appeal.deadline ?? Self.blank("deadline"))),
                ])
            ])
    }

    private static func blank(_ name: String) -> String { "[to be filled in: \(name)]" }
}
