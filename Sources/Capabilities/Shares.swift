import Dispatch
import Synchronization

/// The results of work done in shares beside each other, in order of the shares.
struct Shares<Result: Sendable> {
    let values: [Result]

    /// Runs `work` for each share from 0 and waits for all.
    init(count: Int, _ work: @Sendable (Int) -> Result) {
        let results = Mutex<[Result?]>(Array(repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { share in
            let result = work(share)
            results.withLock { $0[share] = result }
        }
        values = results.withLock { $0 }.compactMap { $0 }
    }
}
