import Casework

/// Rows of a source are numbered from 1 in the case, keys from 0.
extension SampleKey {
    init(source: Int, row: Int) {
        self.init(source: Int32(clamping: source), number: Int32(clamping: row - 1))
    }

    /// Number of the row within its source, as `sample.number` and `indicator.number` have it.
    var row: Int { Int(number) + 1 }
}
