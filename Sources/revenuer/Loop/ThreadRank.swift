import Glibc

/// How much a thread counts when there is more to do than cores.
enum ThreadRank {
    /// Enough that a key is painted at once though every core is busy; where nothing else runs it costs nothing.
    private static let niceOfJobs: Int32 = 10

    /// Lets everything else go before this thread, and before those that it starts from now on.
    static func stepBack() {
        // On Linux a "process" of this call is one thread, and threads begin as those did that made them.
        _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, niceOfJobs)
    }
}
