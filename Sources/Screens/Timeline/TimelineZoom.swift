/// How much time stands in one column of a timeline.
enum TimelineZoom: Int, CaseIterable, Sendable {
    case hour, day, week

    var hours: Int {
        switch self {
        case .hour: 1
        case .day: 24
        case .week: 168
        }
    }

    var noun: String {
        switch self {
        case .hour: "hour"
        case .day: "day"
        case .week: "week"
        }
    }

    var finer: TimelineZoom? { TimelineZoom(rawValue: rawValue - 1) }
    var coarser: TimelineZoom? { TimelineZoom(rawValue: rawValue + 1) }

    /// The finest of day and week at which everything fits; hours only where somebody asks for them.
    static func fitting(weeks: Int, columns: Int) -> TimelineZoom { weeks * 7 <= columns ? .day : .week }
}
