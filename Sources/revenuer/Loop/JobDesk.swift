import CaseStore
import Casework
import Foundation
import Screens
import Synchronization
import Workbench

/// Runs one job at a time beside the loop: the analysis that was asked for from within.
final class JobDesk: Sendable {
    private struct State {
        var isRunning = false
        var isCancelled = false
    }

    /// Nil when the case was opened read-only.
    private let path: String?
    private let act: Act
    private let mailbox: Mailbox
    private let state = Mutex(State())
    private let idle = DispatchSemaphore(value: 1)

    init(path: String?, act: Act, mailbox: Mailbox) {
        self.path = path
        self.act = act
        self.mailbox = mailbox
    }

    /// Starts an analysis with the settings of the last one; says so if a job is running already.
    func startAnalysis() {
        guard let path else {
            return mailbox.send(.notice("The case was opened read-only: nothing can be started."))
        }
        let begins = state.withLock { state in
            guard !state.isRunning else { return false }
            state = State(isRunning: true)
            return true
        }
        guard begins else { return mailbox.send(.notice("A job is running; Ctrl-C cancels it.")) }
        idle.wait()
        Thread.detachNewThread { [self] in
            let outcome = analyse(path)
            state.withLock { $0.isRunning = false }
            idle.signal()
            mailbox.send(.jobEnded(JobEnd(name: "analysis", outcome: outcome)))
            if outcome == .done { mailbox.send(.caseChanged) }
        }
    }

    /// The job ends at its next check; what it had done is dropped.
    func cancel() { state.withLock { $0.isCancelled = true } }

    /// Waits until no job is running, so that the case is whole when the program ends.
    func waitUntilIdle() {
        idle.wait()
        idle.signal()
    }

    private func analyse(_ path: String) -> JobEnd.Outcome {
        do {
            let job = AnalysisJob(path: path, act: act, choices: AnalysisChoices())
            _ = try job.run(
                progress: { [mailbox] in
                    mailbox.send(
                        .jobProgress(JobProgress(name: "analysis", fraction: $0.fraction, detail: $0.stage)))
                },
                isCancelled: { [self] in state.withLock { $0.isCancelled } })
            return .done
        } catch is JobCancelled {
            return .cancelled
        } catch {
            return .failed("\(error)")
        }
    }
}
