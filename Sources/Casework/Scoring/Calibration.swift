extension ScoreReport.Calibration {
    /// Most bins of the reliability table.
    public static let binLimit = 10

    /// - Parameter predictions: in order of the stated probability.
    init(_ predictions: [(stated: Double, isTrue: Bool)]) {
        bins = Self.slices(predictions.count).map { slice in
            let part = predictions[slice]
            let count = Double(part.count)
            return Bin(
                accounts: part.count, lowest: part.first?.stated ?? 0, highest: part.last?.stated ?? 0,
                stated: part.reduce(0) { $0 + $1.stated } / count,
                observed: Double(part.count { $0.isTrue }) / count)
        }
        guard !predictions.isEmpty else { return }
        let count = Double(predictions.count)
        ece = bins.reduce(0) { $0 + Double($1.accounts) * abs($1.stated - $1.observed) } / count
        let squares = predictions.map {
            ($0.stated - ($0.isTrue ? 1 : 0)) * ($0.stated - ($0.isTrue ? 1 : 0))
        }
        brier = squares.reduce(0, +) / count
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
