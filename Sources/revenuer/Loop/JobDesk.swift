import CaseStore
import Casework
import Foundation
import Screens
import Synchronization
import Workbench

/// Runs one job at a time beside the loop: imports and analyses that were asked for from within.
final class JobDesk: Sendable {
    private struct State {
        var isRunning = false
        var isCancelled = false
    }

    private let path: String
    private let isReadOnly: Bool
    /// Whether an export may take the place of a file: where nobody is there to be asked.
    let overwrites: Bool
    let act: Act
    let mailbox: Mailbox
    private let state = Mutex(State())
    private let idle = DispatchSemaphore(value: 1)

    init(path: String, isReadOnly: Bool, overwrites: Bool = false, act: Act, mailbox: Mailbox) {
        self.path = path
        self.overwrites = overwrites
        self.isReadOnly = isReadOnly
        self.act = act
        self.mailbox = mailbox
    }

    /// Starts an analysis with the settings of the stored one; says so if a job is running already.
    func startAnalysis() {
        start("analysis") { [self] path in
            let choices = try AnalysisChoices(storedIn: CaseReader(opening: path))
            let job = AnalysisJob(path: path, act: act, choices: choices)
            _ = try job.run(
                progress: { [self] in report("analysis", $0.fraction, $0.stage) },
                isCancelled: { [self] in isCancelled })
            return nil
        }
    }

    /// Imports a folder or file; what came of it is told when it is done.
    func startImport(of evidence: String) {
        let wanted = (evidence as NSString).expandingTildeInPath
        start("import") { [self] path in
            let summary = try ImportJob(path: path, act: act).run(
                [wanted],
                progress: { [self] in
                    let share = $0.totalBytes > 0 ? Double($0.doneBytes) / Double($0.totalBytes) : 0
                    report("import", share, $0.file)
                },
                isCancelled: { [self] in isCancelled })
            return ImportWords.line(summary)
        }
    }

    /// Works out who falls out without what a line names, and answers the token with it. Writes nothing.
    func startWhatIf(_ line: String, _ token: Token) {
        start("what-if", answering: token) { [self] path in
            let choices = try LeftOutNames(CaseReader(opening: path)).read(line: line)
            let result = try WhatIfJob(path: path, choices: choices).run(
                progress: { [self] in report("what-if", $0.fraction, $0.stage) },
                isCancelled: { [self] in isCancelled })
            mailbox.send(.answered(token, .whatIf(result)))
            return nil
        }
    }

    /// The job ends at its next check; what it had done is dropped.
    func cancel() { state.withLock { $0.isCancelled = true } }

    /// Waits until no job is running, so that the case is whole when the program ends.
    func waitUntilIdle() {
        idle.wait()
        idle.signal()
    }

    // MARK: - One at a time

    var isCancelled: Bool { state.withLock { $0.isCancelled } }

    func report(_ name: String, _ fraction: Double, _ detail: String) {
        mailbox.send(.jobProgress(JobProgress(name: name, fraction: fraction, detail: detail)))
    }

    /// - Parameters:
    ///   - isQuiet: true for what is done at once: only its own words are told.
    ///   - needsWriting: false for what leaves the case as it is.
    ///   - token: of somebody who waits for an answer; such a job changes nothing in the case.
    ///   - body: given the case's path; says what there is to tell at the end.
    func start(
        _ name: String, isQuiet: Bool = false, needsWriting: Bool = true, answering token: Token? = nil,
        _ body: @escaping @Sendable (String) throws -> String?
    ) {
        if isReadOnly, token == nil, needsWriting {
            return mailbox.send(.notice("The case was opened read-only: nothing can be changed."))
        }
        let begins = state.withLock { state in
            guard !state.isRunning else { return false }
            state = State(isRunning: true)
            return true
        }
        guard begins else {
            let words = "A job is running; Ctrl-C cancels it."
            return mailbox.send(token.map { .failed($0, words) } ?? .notice(words))
        }
        idle.wait()
        Thread.detachNewThread { [self] in
            ThreadRank.jobs.stepBack()
            let (outcome, words) = outcome(of: body, path)
            state.withLock { $0.isRunning = false }
            // Whoever waits for the end of a job finds all that it had to say.
            defer { idle.signal() }
            if !isQuiet || outcome != .done { mailbox.send(.jobEnded(JobEnd(name: name, outcome: outcome))) }
            if let token {
                tell(token, outcome)
            } else if outcome == .done, needsWriting {
                mailbox.send(.caseChanged)
            }
            if let words { mailbox.send(.notice(words)) }
        }
    }

    /// Whoever waits hears also that there will be no answer.
    private func tell(_ token: Token, _ outcome: JobEnd.Outcome) {
        switch outcome {
        case .done: break
        case .cancelled: mailbox.send(.failed(token, "it was cancelled"))
        case .failed(let reason): mailbox.send(.failed(token, reason))
        }
    }

    private func outcome(
        of body: (String) throws -> String?, _ path: String
    ) -> (JobEnd.Outcome, String?) {
        do {
            return (.done, try body(path))
        } catch is JobCancelled {
            return (.cancelled, nil)
        } catch {
            return (.failed("\(error)"), nil)
        }
    }
}
