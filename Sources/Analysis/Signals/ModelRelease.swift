import Casework

/// A release of a model that the evidence shows in use, and how every account took to it.
struct ModelRelease: Sendable {
    /// Share of an account's exchanges after the release that went to the new model.
    struct Use: Sendable, Hashable {
        var exchanges: Int
        var onModel: Int

        var share: Double { Double(onModel) / Double(max(1, exchanges)) }
        /// Accounts of like volume are compared: bins double.
        var bin: Int { min(ModelRelease.bins - 1, Int.bitWidth - 1 - max(1, exchanges).leadingZeroBitCount) }
    }

    static let spanHours = [24, 168]
    static let bins = 16

    let name: String
    /// Seconds since 1970.
    let at: UInt32
    /// By model: whether it is the one released.
    private let isModel: [Bool]
    /// For each of `spanHours` and each bin, the shares of all accounts active before and in the span, ascending.
    private(set) var shares: [[[Float]]] = []

    /// O(accounts · log exchanges + exchanges in the spans).
    init(name: String, at: UInt32, models: [Int], _ input: AnalysisInput) {
        (self.name, self.at) = (name, at)
        var isModel = [Bool](repeating: false, count: input.models.count)
        for model in models { isModel[model] = true }
        self.isModel = isModel
        for span in Self.spanHours.indices {
            var bins = [[Float]](repeating: [], count: Self.bins)
            for account in 0..<input.accounts.count {
                if let use = use(Int32(account), span, input.activity) {
                    bins[use.bin].append(Float(use.share))
                }
            }
            shares.append(bins.map { $0.sorted() })
        }
    }

    /// nil for accounts that were not active before the release or not in the span after it.
    func use(_ account: Int32, _ span: Int, _ activity: ActivityColumns) -> Use? {
        let rows = activity.offsets[Int(account)]..<activity.offsets[Int(account) + 1]
        let start = Self.firstRow(rows, activity.seconds, at)
        guard start > rows.lowerBound, activity.seconds[start - 1] != 0 else { return nil }
        let end = UInt32(clamping: Int(at) + Self.spanHours[span] * 3600)
        var use = Use(exchanges: 0, onModel: 0)
        for row in start..<rows.upperBound {
            guard activity.seconds[row] < end else { break }
            use.exchanges += 1
            let model = Int(activity.model[row])
            if model < isModel.count, isModel[model] { use.onModel += 1 }
        }
        return use.exchanges > 0 ? use : nil
    }

    private static func firstRow(_ rows: Range<Int>, _ seconds: [UInt32], _ at: UInt32) -> Int {
        var (low, high) = (rows.lowerBound, rows.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if seconds[middle] < at { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Later ones are not looked at: each costs a pass over the exchanges around it.
    static let mostReleases = 12

    /// The releases of models in use, by time, then name; the latest ones if there are many. Events of one name
    /// and time count once.
    static func all(_ input: AnalysisInput) -> [ModelRelease] {
        let events = Set(input.events.filter { $0.kind == .modelRelease })
            .filter { Arrivals.known($0.at) != Arrivals.none }
            .sorted { $0.at != $1.at ? $0.at < $1.at : ExactText($0.name) < ExactText($1.name) }
        let matched = events.compactMap { event -> (CaseEvent, [Int])? in
            let models = ModelNames.matches(event.name, input.models)
            return models.isEmpty ? nil : (event, models)
        }
        return matched.suffix(mostReleases).map { event, models in
            ModelRelease(
                name: event.name, at: UInt32(clamping: event.at / 1000), models: models, input)
        }
    }
}
