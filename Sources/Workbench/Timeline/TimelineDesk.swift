import Analysis
public import CaseStore
public import Casework

/// Gathers a timeline from the rollup by hour, from events and from what the last analysis stored of a group.
public struct TimelineDesk {
    private let reader: CaseReader

    public init(_ reader: CaseReader) { self.reader = reader }

    /// - Throws: `WorkbenchError.unknownAccount`; `StoreError.notFound` for a group that is not there.
    public func timeline(of subject: TimelineSubject) throws -> Timeline {
        let overview = try reader.overview()
        var timeline: Timeline
        switch subject {
        case .wholeCase:
            timeline = Timeline(
                subject: subject, accounts: overview.accounts, activity: try reader.hourActivity())
        case .account(let id):
            guard let number = try reader.accountNumber(of: id) else {
                throw WorkbenchError.unknownAccount(id.string)
            }
            timeline = Timeline(
                subject: subject, accounts: 1, activity: try reader.hourActivity(of: number))
        case .group(let id): timeline = try group(id)
        }
        timeline.events = overview.events.sorted { $0.at < $1.at }
        if timeline.activity.farOff > 0 {
            timeline.notes.append(
                "\(CountWords.counted(timeline.activity.farOff, "exchange")) too far from the others in time \(timeline.activity.farOff == 1 ? "is" : "are") left out"
            )
        }
        return timeline
    }

    private func group(_ id: String) throws -> Timeline {
        let detail = try reader.group(id, members: 0)
        let members = try reader.memberNumbers(of: id)
        var timeline = Timeline(
            subject: .group(id), accounts: members.count, activity: try reader.hourActivity(of: members))
        timeline.expectedByHour = HourExpectation.byHour(timeline.activity.activeByHour)
        timeline.signals = detail.signals.filter { $0.kind == .synchrony || $0.kind == .releasePivot }
        if timeline.activity.activeByHour.isEmpty, !timeline.activity.exchanges.isEmpty {
            timeline.notes.append(
                "too many members over too long a time: how many were active in one hour was not counted")
        }
        return timeline
    }
}
