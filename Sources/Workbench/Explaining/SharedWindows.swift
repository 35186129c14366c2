import Analysis
import CaseStore
import Casework

/// Short windows in which two accounts sent one prompt frame and the last analysis found more accounts than chance.
///
/// The case does not hold the windows: they are made anew from the two accounts' own exchanges, and whether a window
/// stands out was judged by the analysis, against the frame's own rate.
struct SharedWindows {
    private(set) var values: [SharedValue] = []
    private(set) var rows: [Artifact: EvidenceRows] = [:]
    /// What the reader has to know of windows that are not among the items.
    private(set) var notes: [String] = []

    init(_ reader: CaseReader, _ a: AccountID, _ b: AccountID) throws {
        let moments = try reader.sharedMoments(a, b, seconds: DerivedArtifacts.lockstepSeconds)
        guard !moments.isEmpty else { return }
        let artifacts = moments.map { DerivedArtifacts.lockstep(frame: $0.frame, window: $0.window) }
        let verdicts = try reader.verdicts(on: artifacts)
        for (place, verdict) in verdicts.enumerated() {
            guard let verdict else { continue }
            var shared = SharedValue(artifact: artifacts[place], holders: verdict.holders)
            shared.verdict = verdict.verdict
            shared.bits = verdict.bits
            values.append(shared)
            let found = moments[place].rows
            rows[artifacts[place]] = EvidenceRows(total: found.count, rows: found)
        }
        values.sort { ($1.bits ?? 0, $0.artifact) < ($0.bits ?? 0, $1.artifact) }
        notes = SharedWindows.notes(
            met: moments.count, judged: values.count, isAnalysed: try reader.linkPriorBits() != nil)
        values = Array(values.prefix(SharedWindows.mostShown))
    }

    private static func notes(met: Int, judged: Int, isAnalysed: Bool) -> [String] {
        let windows = met == 1 ? "1 window" : "\(CountWords.grouped(met)) windows"
        let meeting = "They sent one prompt frame within the same two minutes in \(windows)"
        guard isAnalysed else {
            return [
                "\(meeting); whether that is more than chance is judged by an analysis, and there is none."
            ]
        }
        if judged == 0 {
            return [
                "\(meeting); in none of them were there more accounts than the frame's own rate explains."
            ]
        }
        if judged == met, judged <= mostShown { return [] }
        let more = judged > mostShown ? "; the \(mostShown) strongest are listed" : ""
        return [
            "\(meeting); in \(CountWords.grouped(judged)) of them there were more accounts than the frame's own rate explains\(more)."
        ]
    }

    /// They depend on each other: from the fifth on they add next to nothing.
    private static let mostShown = 6
}
