import Casework
import Foundation
import Reports
import TestSupport
import Testing

@Suite("Statement of reasons") struct AccountStatementTests {
    private func text(_ format: StatementFormat, _ facts: StatementFacts = StatementWorld.member()) throws
        -> String
    {
        String(decoding: try format.bytes(StatementWorld.statement(facts)), as: UTF8.self)
    }

    @Test("A statement looks as it looked", arguments: StatementFormat.allCases)
    func snapshot(_ format: StatementFormat) throws {
        try Snapshot.check(try text(format), "statement.\(format.rawValue)")
    }

    @Test("A statement for an account in no campaign looks as it looked")
    func innocent() throws {
        try Snapshot.check(try text(.text, StatementWorld.other(.course)), "nothing-alleged.txt")
    }

    @Test(
        "It says what is alleged, by which rule, on what, how sure, what else, what is missing, who decides, and how to answer"
    )
    func whole() {
        let statement = StatementWorld.statement()
        #expect(statement.isAlleged)
        #expect(
            statement.alleged[0].hasPrefix(
                "It is alleged that this account is run by one operation together with 57 other"))
        #expect(statement.rules.map(\.clause) == ["4.2", "7.1"])
        #expect(statement.facts.map(\.id) == ["F1", "F2", "F3"])
        #expect(statement.weighed.map(\.explanation) == [.course, .enterprise])
        #expect(statement.unavailable.contains { $0.contains("No telephone") })
        #expect(statement.speaksFor == ["Identity: what it holds is mostly its own."])
        #expect(statement.decision[0].contains("Nothing is decided by a program"))
        #expect(statement.youCanBring.contains { $0.contains("Who pays for the account") })
        #expect(statement.youCanBring.contains { $0.contains("What network you used") })
        #expect(!statement.youCanBring.contains { $0.contains("What device") })
    }

    @Test(
        "Nothing is alleged outside campaigns, and then no fact is held against the account",
        arguments: [nil, .course, .campaign] as [GroupKind?])
    func nothing(_ kind: GroupKind?) throws {
        let statement = StatementWorld.statement(StatementWorld.other(kind))
        #expect(!statement.isAlleged)
        #expect(statement.alleged[0].hasPrefix("Nothing is alleged against this account"))
        #expect(statement.facts.isEmpty && statement.sureness.isEmpty && statement.rules.isEmpty)
        #expect(!(try text(.text, StatementWorld.other(kind))).contains("It is alleged"))
    }

    @Test("Where accusations are withheld or nothing was analysed, nothing is alleged either")
    func withheld() {
        var facts = StatementWorld.member()
        facts.overview.run = RunSummary(
            id: "r", at: StatementWorld.at, seed: 1, method: "m-1", currentMethod: "m-1",
            coversEvidence: true, withheld: "suspects only")
        #expect(!StatementWorld.statement(facts).isAlleged)
        facts.overview.run = nil
        #expect(StatementWorld.statement(facts).alleged[0].contains("have not been analysed"))
    }

    @Test("A statement over findings of another method says that an analysis made now could differ")
    func otherMethod() {
        var facts = StatementWorld.member()
        #expect(!StatementWorld.statement(facts).sureness.contains { $0.contains("made now") })
        facts.overview.run?.method = nil
        facts.overview.run?.outOfDate = [.method]
        #expect(
            StatementWorld.statement(facts).sureness.last
                == "The analysis was made by an earlier method; this program has method m-1. An analysis made now could come to something else."
        )
    }

    @Test(
        "Fingerprints and addresses are shortened, and who is behind it is left out",
        arguments: StatementFormat.allCases)
    func shortened(_ format: StatementFormat) throws {
        let whole = try text(format)
        for secret in ["pf_81c0a4d2e6f0443e", "198.18.40.17", "Amber", "frame kiln-7"] {
            #expect(!whole.contains(secret), "\(secret)")
        }
        #expect(
            StatementWorld.statement().facts.map(\.value) == [
                "pf_8…-7 (25 characters)", "198.18.40.…", "2026-01-12T03:14:00Z",
            ])
    }

    @Test("Blanks are for people to fill, and options fill them")
    func blanks() throws {
        #expect(try text(.text).contains("[to be filled in: contact]"))
        var options = StatementWorld.options
        (options.contact, options.deadline, options.reference, options.decider) = (
            "appeals@provider.example", "2026-04-01", "T-17", "The trust and safety board"
        )
        let statement = AccountStatement(StatementWorld.member(), options)
        let whole = String(decoding: try StatementFormat.text.bytes(statement), as: UTF8.self)
        for part in ["appeals@provider.example", "2026-04-01", "T-17", "The trust and safety board decides"] {
            #expect(whole.contains(part))
        }
        #expect(!whole.contains("to be filled in"))
    }

    @Test("A synthetic case says so, another does not", arguments: [StatementFormat.html, .markdown, .text])
    func synthetic(_ format: StatementFormat) throws {
        #expect(try text(format).contains("SYNTHETIC"))
        var facts = StatementWorld.member()
        facts.overview.synthetic = false
        #expect(!(try text(format, facts)).contains("SYNTHETIC"))
    }

    @Test("Our sentences claim no certainty and keep ratios and probabilities apart")
    func wording() {
        #expect(WordingCheck.findings(in: StatementWorld.statement()).isEmpty)
        #expect(WordingCheck.findings(in: StatementWorld.statement(StatementWorld.other(.course))).isEmpty)
    }

    @Test(
        "Hostile text becomes visible marks in every written form",
        arguments: [StatementFormat.html, .markdown, .text])
    func hostile(_ format: StatementFormat) throws {
        let whole = try text(format, StatementWorld.member(text: ReportWorld.hostile))
        for scalar in whole.unicodeScalars where scalar != "\n" {
            #expect(!SafeOutput.isUnsafe(scalar.value), "U+\(String(scalar.value, radix: 16))")
        }
        if format == .html {
            for forbidden in ["<script", "<img", "src=", "javascript:"] {
                #expect(!whole.contains(forbidden))
            }
        }
    }

    @Test("A member without shared facts gets a statement all the same")
    func bare() throws {
        var facts = StatementWorld.member()
        (facts.shared, facts.terms, facts.violations, facts.membership) = ([], [], [], nil)
        #expect(StatementWorld.statement(facts).ruleWords[0].contains("cites no clause"))
        #expect(try text(.html, facts).contains("STATEMENT OF REASONS"))
    }
}
