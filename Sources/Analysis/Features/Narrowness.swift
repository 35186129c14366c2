/// Share of an account's exchanges on its commonest prompt frame.
///
/// Signal: an extractor sends one frame over and over. Innocent: so does every product built on one prompt.
enum Narrowness {
    /// 0 without prompt keys. O(n log n).
    static func figure(_ keys: ArraySlice<UInt32>) -> Double {
        let known = keys.filter { $0 != ActivityColumns.none }.sorted()
        var (best, run) = (0, 0)
        for place in known.indices {
            run = place > 0 && known[place] == known[place - 1] ? run + 1 : 1
            best = max(best, run)
        }
        return known.isEmpty ? 0 : Double(best) / Double(known.count)
    }
}
