/// What a key can do. Each is described once, in the keymap.
public enum Command: Hashable, Sendable {
    case up, down, pageUp, pageDown, halfUp, halfDown, first, last
    case open, back, forward, leave
    case filter, find, findNext, findPrevious, sort, previousColumn, nextColumn, hideColumn, showColumns
    case mark, markRange, markSame, frequencies, pivot, export
    case explain, members, rejects, faults
    case auditLog, indicators, violations, templates, samplesOfFrame
    case importEvidence, tag, comment, bookmark, notes
    case undo, redo, sql, commandLog, panes, complete, tour, mouse
    case whatIf, connections, path
    case graphOfThis, expand, collapse, openThing, otherForm
    case timelineOfThis, zoomIn, zoomOut
    case analyse, copy, help, palette, redraw, cancelJob, suspend, quit
    case screen(ScreenName)
    /// In a line that is being typed.
    case keep, erase
    /// On a membership under review.
    case confirm, reject, unsure, skip, nextLinked, dossier
    case decisions
    /// An answer to a question.
    case yes, no
}

/// The screens of the workbench, by the digit that opens them.
public enum ScreenName: Int, CaseIterable, Hashable, Sendable {
    case evidence = 0
    case overview, campaigns, accounts, artifacts, networks, samples, graph, timeline, review

    var title: String {
        switch self {
        case .overview: "Overview"
        case .campaigns: "Campaigns"
        case .accounts: "Accounts"
        case .artifacts: "Artifacts"
        case .networks: "Networks"
        case .samples: "Samples"
        case .graph: "Graph"
        case .timeline: "Timeline"
        case .review: "Review"
        case .evidence: "Evidence"
        }
    }
}
