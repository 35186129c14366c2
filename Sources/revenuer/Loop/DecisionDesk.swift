import CaseStore
import Casework
import Dispatch
import Foundation
import Screens

/// Saves reviewers' decisions beside the loop, one after the other in the order they were made.
///
/// Whoever asked hears of each: the decision as it was saved, or why it was not.
final class DecisionDesk: Sendable {
    private let path: String
    private let isReadOnly: Bool
    private let act: Act
    private let mailbox: Mailbox
    private let queue = DispatchQueue(label: "revenuer.decisions", qos: .userInitiated)

    init(path: String, isReadOnly: Bool, act: Act, mailbox: Mailbox) {
        self.path = path
        self.isReadOnly = isReadOnly
        self.act = act
        self.mailbox = mailbox
    }

    func decide(_ order: DecisionOrder, _ token: Token) {
        save(token) { try $0.decide(on: order.subject, order.verdict, because: order.reason, of: order.run) }
    }

    func withdraw(_ subject: DecisionSubject, _ token: Token) {
        save(token) { try $0.withdrawDecision(on: subject) }
    }

    /// Waits until everything is saved, so that nothing that was decided is lost when the program ends.
    func waitUntilIdle() { queue.sync {} }

    private func save(_ token: Token, _ body: @escaping @Sendable (CaseWriter) throws -> Decision) {
        guard !isReadOnly else {
            return mailbox.send(.failed(token, "The case was opened read-only: nothing can be changed."))
        }
        queue.async { [self] in
            do {
                let decision = try write(body)
                mailbox.send(.answered(token, .decided(decision)))
                mailbox.send(.caseChanged)
            } catch {
                mailbox.send(.failed(token, "The decision was not saved: \(error)"))
            }
        }
    }

    /// A tag or comment holds the case for a moment: then it is tried again; an import or analysis holds it for long.
    private func write(_ body: (CaseWriter) throws -> Decision) throws -> Decision {
        for _ in 0..<DecisionDesk.attempts {
            do {
                return try DecisionDesk.write(path, act, body)
            } catch StoreError.locked {
                Thread.sleep(forTimeInterval: DecisionDesk.pauseSeconds)
            }
        }
        return try DecisionDesk.write(path, act, body)
    }

    private static func write(
        _ path: String, _ act: Act, _ body: (CaseWriter) throws -> Decision
    ) throws -> Decision {
        let writer = try CaseWriter(opening: path, by: act)
        defer { try? writer.close() }
        return try body(writer)
    }

    private static let attempts = 10
    private static let pauseSeconds = 0.1
}
