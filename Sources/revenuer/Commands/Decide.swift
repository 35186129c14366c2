import ArgumentParser
import CaseStore
import Casework
import Workbench

/// `revenuer decide CASE SUBJECT VERDICT --reason R`
struct Decide: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "A reviewer's decision on a campaign, a membership, a link or an attribution.",
        discussion: """
            SUBJECT: campaign:ID (is it one?), membership:CAMPAIGN/ACCOUNT, link:ACCOUNT~ACCOUNT or \
            attribution:CAMPAIGN/PROFILE. VERDICT: confirm, reject or unsure, with a reason in words. Example: \
            revenuer decide CASE membership:C-01/u-7 reject --reason 'an own card, and years before the rest'

            Decisions are events in the audit log and bind the next analysis: a rejected member stays out of the \
            campaign whatever becomes of its id, a confirmed one is in it, a confirmed link joins two accounts, a \
            rejected one does not count, a rejected campaign is never called one again, a rejected attribution is \
            withheld. What the method gives by itself stays visible. unsure binds nothing. Of your own decisions on a \
            subject the newest is in force; where reviewers say the opposite of each other, both stay and neither \
            binds. Who decides is REVENUER_ACTOR, or the user. `revenuer list decisions CASE` lists them.
            """)

    @Argument(help: "The case file.", completion: .file())
    var path: String

    @Argument(help: "What the decision is on.")
    var subject: String

    @Argument(help: "confirm, reject or unsure.", completion: .list(DecisionVerdict.allCases.map(\.rawValue)))
    var verdict: String?

    @Option(help: "Why, in words.")
    var reason: String?

    @Flag(help: "Take your decision in force on the subject back.")
    var withdraw = false

    @Flag(help: "Print one JSON value.")
    var json = false

    func validate() throws {
        if withdraw {
            guard verdict == nil, reason == nil else {
                throw ValidationError("--withdraw takes neither a verdict nor a reason.")
            }
        } else if verdict == nil {
            throw ValidationError("Give a verdict (confirm, reject, unsure), or --withdraw.")
        } else if reason == nil {
            throw ValidationError("A decision needs --reason with some words.")
        }
        if let verdict, DecisionVerdict(rawValue: verdict) == nil {
            throw ValidationError("'\(verdict)' is no verdict: expected confirm, reject or unsure.")
        }
    }

    func run() throws {
        let subject = try DecisionSubjects.named(subject, in: path)
        let writer = try CaseWriter(opening: path, by: Operator.act)
        defer { try? writer.close() }
        let decision: Decision
        if withdraw {
            decision = try writer.withdrawDecision(on: subject)
        } else {
            guard let verdict = verdict.flatMap(DecisionVerdict.init) else { return }
            decision = try writer.decide(on: subject, verdict, because: reason ?? "")
        }
        try DecisionPrinting.print(decision, writer.reader(), asJSON: json)
    }
}

/// What a decision is on, as people name it.
enum DecisionSubjects {
    /// The one thing that the text names and the case has.
    ///
    /// - Throws: `CommandFailure` for names of what nobody decides on, of what is not there, and for a link that could
    ///   be one of several.
    static func named(_ text: String, in path: String) throws -> DecisionSubject {
        let reader = try CaseReader(opening: path)
        defer { try? reader.close() }
        let candidates = try self.candidates(text)
        let found = try candidates.filter { try reader.has($0) }
        guard let first = found.first else {
            throw CommandFailure(message: "\(text) is not in the case; ids are exact and case-sensitive")
        }
        // The name in full is exact; what people type need not be.
        guard found.count == 1 || ExactText(first.description) == ExactText(text) else {
            let names = found.map(\.description).joined(separator: " or ")
            throw CommandFailure.usage("\(text) names more than one link: write \(names).")
        }
        return first
    }

    private static func candidates(_ text: String) throws -> [DecisionSubject] {
        let readings: [EntityName]
        do {
            readings = try EntityName.readings(of: text)
        } catch {
            throw CommandFailure.usage("\(error)")
        }
        let candidates = readings.compactMap(DecisionSubject.init)
        guard !candidates.isEmpty else {
            throw CommandFailure.usage(
                "\(text) is nothing to decide on: expected campaign:ID, membership:CAMPAIGN/ACCOUNT,"
                    + " link:ACCOUNT~ACCOUNT (of two accounts) or attribution:CAMPAIGN/PROFILE.")
        }
        return candidates
    }
}

/// A decision for people.
enum DecisionPrinting {
    static func print(_ decision: Decision, _ reader: CaseReader, asJSON json: Bool) throws {
        var out = StandardOutput()
        if json {
            try out.json(decision)
        } else {
            for line in lines(decision) { out.line(line) }
            for other in try reader.decisions(on: decision.subject)
            where other.inForce && other.number != decision.number {
                out.line("Also in force: " + DecisionWords.line(other))
            }
        }
        out.flush()
    }

    /// With what it comes to, indented.
    static func lines(_ decision: Decision) -> [String] {
        [DecisionWords.line(decision)] + DecisionWords.consequences(decision).map { "  " + $0 }
    }

    /// A heading with all of them; nothing where there is none.
    static func list(_ decisions: [Decision]) -> [String] {
        Prose.list(
            "Reviewers' decisions",
            decisions.map { decision in
                ([DecisionWords.line(decision) + "."] + DecisionWords.consequences(decision)).joined(
                    separator: " ")
            })
    }
}
