/// Where a key is pressed; it decides what the key does.
public enum Context: String, CaseIterable, Hashable, Sendable {
    case overview, campaigns, campaign, members, accounts, account, explanation
    case artifacts, artifact, networks, network, samples, sample, templates, template
    case whatIf, connections, path, evidenceRow, graph, matrix, timeline, review
    case sources, rejects, faults, auditLog, indicators, violations, notes, decisions, frequencies, sqlRows,
        help
    case commandLog
    /// While a line is typed.
    case filterLine, palette, promptLine
    /// While a question waits for its answer.
    case question

    /// The name shown in help and messages.
    var title: String {
        switch self {
        case .overview: "Overview"
        case .campaigns: "Campaigns"
        case .campaign: "Campaign"
        case .members: "Members"
        case .accounts: "Accounts"
        case .account: "Account"
        case .explanation: "Explanation"
        case .whatIf: "What if"
        case .connections: "Flagged neighbours"
        case .path: "Path"
        case .evidenceRow: "Row"
        case .graph: "Graph"
        case .matrix: "Matrix"
        case .timeline: "Timeline"
        case .review: "Review"
        case .sources: "Evidence"
        case .rejects: "Rejected rows"
        case .faults: "Faulty fields"
        case .artifacts: "Artifacts"
        case .artifact: "Artifact"
        case .networks: "Networks"
        case .network: "Network"
        case .samples: "Samples"
        case .sample: "Sample"
        case .templates: "Frames"
        case .template: "Frame"
        case .auditLog: "Audit log"
        case .indicators: "Partners' indicators"
        case .violations: "Violations"
        case .notes: "Notes"
        case .decisions: "Decisions"
        case .frequencies: "Frequencies"
        case .sqlRows: "SQL"
        case .commandLog: "Command log"
        case .promptLine: "Prompt"
        case .help: "Help"
        case .filterLine: "Filter"
        case .palette: "Palette"
        case .question: "Question"
        }
    }
}

extension Set<Context> {
    /// Screens that are one long list.
    static let lists: Set<Context> = [
        .campaigns, .members, .accounts, .artifacts, .networks, .samples, .templates, .sources, .rejects,
        .faults, .auditLog, .indicators, .violations, .notes, .decisions, .frequencies,
        .sqlRows,
    ]
    /// Pages with values that accounts can hold.
    static let valuePages: Set<Context> = [
        .campaign, .account, .explanation, .artifact, .network, .template, .sample, .connections,
    ]
    /// Lists of what evidence came in and what was done with it.
    static let evidenceLists: Set<Context> = [
        .sources, .rejects, .faults, .auditLog, .indicators, .violations,
    ]
    /// Where the thing under the cursor can be left out of an analysis.
    static let evidenceThings: Set<Context> = [
        .artifacts, .artifact, .networks, .network, .templates, .template, .sources,
    ]
    /// The forms of a graph.
    static let graphs: Set<Context> = [.graph, .matrix]
    /// Screens that are a page to read.
    static let pages: Set<Context> = [
        .overview, .campaign, .account, .explanation, .artifact, .network, .sample, .template, .whatIf,
        .connections, .commandLog, .path, .evidenceRow, .graph,
        .matrix, .timeline, .help,
    ]
    /// Screens that show one thing or rows of things, of which there may be a graph.
    static let things: Set<Context> = [
        .campaigns, .campaign, .members, .accounts, .account, .artifacts, .artifact, .networks, .network,
        .templates, .template, .connections, .violations, .samples,
    ]
    /// Pages that are about nothing that could be tagged.
    static let nothingInParticular: Set<Context> = [.help, .overview, .commandLog, .whatIf]
    static let screens = lists.union(pages).union([.review])
}
