/// One value for each row of a batch, in memory that is used again for the next batch.
///
/// The rows are counted by whoever fills it: a column per value, one count for all. Arrays would ask before
/// each of ten appends per row whether they are shared.
final class RowColumn<Element: BitwiseCopyable> {
    private let empty: Element
    private var values: UnsafeMutablePointer<Element>
    private var capacity = 1024

    /// - Parameter empty: what a row has that nothing was put for.
    init(empty: Element) {
        self.empty = empty
        values = .allocate(capacity: capacity)
        values.initialize(repeating: empty, count: capacity)
    }

    deinit { values.deallocate() }

    /// Amortised O(1).
    @inline(__always)
    func put(_ value: Element, row: Int) {
        if row >= capacity { grow(to: row + 1) }
        values[row] = value
    }

    @inline(__always)
    subscript(row: Int) -> Element {
        precondition(row >= 0 && row < capacity, "a row beyond the column")
        return values[row]
    }

    /// The first `count` values; all are empty again.
    func take(_ count: Int) -> [Element] {
        if count > capacity { grow(to: count) }
        let taken = Array(UnsafeBufferPointer(start: values, count: count))
        values.update(repeating: empty, count: count)
        return taken
    }

    /// Removes rows by their numbers, which ascend. Linear in what stands behind the first.
    func remove(_ rows: [Int], of count: Int) {
        guard let first = rows.first else { return }
        if count > capacity { grow(to: count) }
        var write = first
        var next = 0
        for read in first..<count {
            if next < rows.count, rows[next] == read {
                next += 1
            } else {
                values[write] = values[read]
                write += 1
            }
        }
        (values + write).update(repeating: empty, count: count - write)
    }

    private func grow(to needed: Int) {
        let larger = max(needed, capacity * 2)
        let memory = UnsafeMutablePointer<Element>.allocate(capacity: larger)
        memory.initialize(from: values, count: capacity)
        (memory + capacity).initialize(repeating: empty, count: larger - capacity)
        values.deallocate()
        values = memory
        capacity = larger
    }
}
