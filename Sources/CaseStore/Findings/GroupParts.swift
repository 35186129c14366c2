import Casework

/// The parts of a group that are only read whole.
struct GroupParts: Codable {
    var explanations: [Explanation]
    var shared: [SharedArtifact]
    var attribution: AttributionFinding
    var figures: [String: Double]
    var notes: [String]
    /// Nil in what was stored before there were signals.
    var signals: [SignalFinding]?
    var activity: [DayCount]
    var hours: [Int]

    init(_ group: GroupFinding, _ counts: GroupHours.Counts) {
        activity = counts.activity
        hours = counts.hours
        explanations = group.explanations
        shared = group.shared
        attribution = group.attribution
        figures = group.figures.filter { $0.value.isFinite }
        notes = group.notes
        signals = group.signals.map(\.finite)
    }
}
