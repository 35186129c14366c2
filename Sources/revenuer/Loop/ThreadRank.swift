import Glibc

/// How much a thread counts when there is more to do than cores.
enum ThreadRank {
    /// Enough that a key is painted at once though every core is busy; where nothing else runs it costs nothing.
    case answers, jobs

    private var nice: Int32 {
        switch self {
        case .answers: 5
        case .jobs: 10
        }
    }

    /// Lets what is before it in rank go before this thread, and before those that it starts from now on.
    func stepBack() {
        // On Linux a "process" of this call is one thread, and threads begin as those did that made them.
        _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, nice)
    }
}
