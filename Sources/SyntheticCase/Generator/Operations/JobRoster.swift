/// Jobs that dispatchers deal, and who takes part: one row of jobs for every seat.
struct JobRoster: Sendable {
    struct Job: Sendable {
        var start: UInt32
        var seconds: UInt16
        /// Exchanges for each who takes part.
        var least: UInt8
        var most: UInt8
        /// Index into the registry's tasks.
        var task: UInt32
        var isKeyed: Bool
    }

    private(set) var jobs: [Job] = []
    private var entries: [UInt32] = []
    private var starts: [UInt32] = [0]

    var seatCount: Int { starts.count - 1 }

    mutating func add(_ job: Job) -> UInt32 {
        jobs.append(job)
        return UInt32(jobs.count - 1)
    }

    /// Adds the seats of one operation with the jobs of each.
    mutating func seat(_ lists: [[UInt32]]) {
        for list in lists {
            entries += list
            starts.append(UInt32(entries.count))
        }
    }

    func jobs(of seat: Int) -> ArraySlice<UInt32> {
        entries[Int(starts[seat])..<Int(starts[seat + 1])]
    }
}
