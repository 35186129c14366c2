import Casework
import Foundation
import Synchronization

/// One line on a terminal's standard error that says how far a job is; silent anywhere else.
final class ProgressLine: Sendable {
    private let isShown: Bool
    private let lastDrawn = Mutex<ContinuousClock.Instant?>(nil)

    /// - Parameter wanted: false for `--quiet` and `--no-progress`.
    init(wanted: Bool) { isShown = wanted && StandardError.isTerminal }

    /// Draws at most ten times a second: people cannot read faster, and a slow line should not be flooded.
    func update(_ text: @autoclosure () -> String, fraction: Double) {
        guard isShown else { return }
        let now = ContinuousClock.now
        let isDue = lastDrawn.withLock { last in
            if let last, now - last < .milliseconds(100) { return false }
            last = now
            return true
        }
        guard isDue else { return }
        let filled = Int((min(1, max(0, fraction)) * 20).rounded(.down))
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 20 - filled)
        let percent = Int(min(1, max(0, fraction)) * 100)
        write("\r\u{1B}[K[\(bar)] \(percent) %  \(SafeOutput.escaped(text()))")
    }

    /// Takes the line away again.
    func clear() {
        guard isShown else { return }
        write("\r\u{1B}[K")
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
