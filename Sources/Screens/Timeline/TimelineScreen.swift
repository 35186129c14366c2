import Casework
import Terminal

/// Activity over time of the whole case, a group or an account, with a cursor on one bucket.
struct TimelineScreen: PageScreen {
    let whose: TimelineSubject
    var scroll = PageScroll()
    /// As chosen; what fits until then.
    private var zoom: TimelineZoom?
    /// An hour of the bucket under the cursor, so that it stays where it is when the zoom changes.
    private var hour: Int?
    private var timeline = Loaded<Timeline>()

    init(_ whose: TimelineSubject) { self.whose = whose }

    var context: Context { .timeline }
    var target: Target? { .timeline(whose) }
    var copyName: String? {
        switch whose {
        case .wholeCase: nil
        case .account(let id): id.string
        case .group(let id): id
        }
    }
    var crumbs: [String] {
        switch whose {
        case .wholeCase: ["Timeline"]
        case .account(let id): ["Timeline", id.string]
        case .group(let id): ["Timeline", id]
        }
    }
    var subject: EntityName? {
        switch whose {
        case .wholeCase: nil
        case .account(let id): .account(id)
        case .group(let id): GraphNode.group(id).subject
        }
    }

    func page(width: Int, standing: Standing, glyphs: Glyphs) -> Page {
        timeline.page(width: width) { timeline in
            let zoom = zoom(of: timeline, width: width)
            let buckets = TimelineBuckets(timeline, zoom)
            return TimelinePage(
                timeline: timeline, zoom: zoom, cursor: cursor(in: buckets), name: name, glyphs: glyphs
            ).page(width: width)
        }
    }

    private var name: String {
        switch whose {
        case .wholeCase: "The whole case"
        case .account(let id): id.string
        case .group(let id): id
        }
    }

    private func zoom(of timeline: Timeline, width: Int) -> TimelineZoom {
        zoom
            ?? TimelineZoom.fitting(
                weeks: timeline.activity.exchanges.count / HourActivity.hoursAWeek,
                columns: width - 2 * TimelineChart.margin)
    }

    private func cursor(in buckets: TimelineBuckets) -> Int {
        hour.map { buckets.bucket(ofHour: $0) } ?? buckets.busiestBucket
    }

    // MARK: - Update

    mutating func perform(_ command: Command, on page: Page, choice: Int?) -> ScreenOutcome? {
        guard [.previousColumn, .nextColumn, .first, .last, .zoomIn, .zoomOut, .open].contains(command) else {
            return nil
        }
        guard let timeline = timeline.value, !timeline.activity.exchanges.isEmpty else {
            return .say(.problem("There is nothing to look at yet."))
        }
        let zoom = zoom(of: timeline, width: page.width)
        switch command {
        case .zoomIn: return change(to: zoom.finer, from: zoom, timeline)
        case .zoomOut: return change(to: zoom.coarser, from: zoom, timeline)
        case .open:
            let buckets = TimelineBuckets(timeline, zoom)
            let first = buckets.firstHour(cursor(in: buckets))
            return .open(.list(.sql(TimelineStatement.active(whose, hours: first..<first + zoom.hours))))
        default: return move(command, TimelineBuckets(timeline, zoom))
        }
    }

    private mutating func change(
        to wanted: TimelineZoom?, from zoom: TimelineZoom, _ timeline: Timeline
    ) -> ScreenOutcome {
        guard let wanted else {
            return .say(
                .note(zoom == .hour ? "An hour is the finest there is." : "A week is the coarsest there is."))
        }
        let buckets = TimelineBuckets(timeline, zoom)
        let bucket = cursor(in: buckets)
        // From a day to its busiest hour, not to its midnight.
        hour = hour ?? buckets.busiest(bucket)?.hour ?? buckets.firstHour(bucket)
        self.zoom = wanted
        return .done
    }

    private mutating func move(_ command: Command, _ buckets: TimelineBuckets) -> ScreenOutcome {
        let now = cursor(in: buckets)
        let wanted =
            switch command {
            case .previousColumn: now - 1
            case .nextColumn: now + 1
            case .first: 0
            default: buckets.count - 1
            }
        guard (0..<buckets.count).contains(wanted) else {
            return .say(.note("There is nothing \(wanted < 0 ? "before" : "after") this."))
        }
        hour = buckets.busiest(wanted)?.hour ?? buckets.firstHour(wanted)
        return .done
    }

    // MARK: - Reading

    mutating func want(_ tokens: inout TokenSource) -> [Intent] { timeline.want(.timeline(whose), &tokens) }

    mutating func receive(_ answer: Answer, for token: Token) -> Bool {
        guard case .timeline(let value) = answer else { return false }
        return timeline.receive(value, for: token)
    }

    mutating func fail(_ message: String, for token: Token) -> Bool { timeline.fail(message, for: token) }

    mutating func forget() { timeline.forget() }
}
