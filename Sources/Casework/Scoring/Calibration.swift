extension ScoreReport.Calibration {
    /// Most bins of the reliability table.
    public static let binLimit = 10

    /// - Parameter rows: in any order; equal probabilities stay in the order given.
    init(_ rows: [CalibrationRow]) {
        let predictions = rows.enumerated()
            .sorted { ($0.element.stated, $0.offset) < ($1.element.stated, $1.offset) }.map(\.element)
        accounts = predictions.count
        bins = Self.slices(predictions.count).map { Bin(predictions[$0]) }
        guard !predictions.isEmpty else { return }
        let count = Double(predictions.count)
        ece = bins.reduce(0) { $0 + Double($1.accounts) * abs($1.stated - $1.observed) } / count
        brier = predictions.reduce(0) { $0 + $1.squaredError } / count
    }

    /// Up to ten slices of `count` places; the first ones hold one more where it does not divide.
    private static func slices(_ count: Int) -> [Range<Int>] {
        let number = min(binLimit, count)
        var start = 0
        return (0..<number).map { index in
            let end = start + count / number + (index < count % number ? 1 : 0)
            defer { start = end }
            return start..<end
        }
    }
}

extension ScoreReport.Calibration.Bin {
    fileprivate init(_ part: ArraySlice<CalibrationRow>) {
        let count = Double(part.count)
        self.init(
            accounts: part.count, lowest: part.first?.stated ?? 0, highest: part.last?.stated ?? 0,
            stated: part.reduce(0) { $0 + $1.stated } / count,
            observed: Double(part.count { $0.isTrue }) / count)
    }
}

extension CalibrationRow {
    fileprivate var squaredError: Double {
        let error = stated - (isTrue ? 1 : 0)
        return error * error
    }
}
