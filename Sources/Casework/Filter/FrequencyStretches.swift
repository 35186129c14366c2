/// Numbers or times put together into stretches that people count in.
struct FrequencyStretches {
    /// From `low`, included, to `high`, left out.
    struct Stretch: Hashable {
        var low: FilterValue
        var high: FilterValue
        var words: String

        func filter(_ field: String) -> Filter {
            .all([.field(field, .compare(.atLeast, low)), .field(field, .compare(.less, high))])
        }
    }

    private var numbers: [(value: Double, count: Int)] = []
    private var times: [(value: Timestamp, count: Int)] = []

    init(_ counts: [FieldValue: Int]) {
        for (value, count) in counts {
            switch value {
            case .number(let number) where number.isFinite: numbers.append((number, count))
            case .time(let time): times.append((time, count))
            default: break
            }
        }
    }

    /// Stretches that have rows, in their order.
    func counted() -> [(stretch: Stretch, count: Int)] {
        times.isEmpty ? countedNumbers() : countedTimes()
    }

    // MARK: - Numbers

    private func countedNumbers() -> [(stretch: Stretch, count: Int)] {
        let edges =
            isShare ? (0...20).map { Double($0) / 20 } + [1.05] : NumberEdges.around(numbers.map(\.value))
        var counts = Array(repeating: 0, count: edges.count)
        for (value, count) in numbers { counts[NumberEdges.place(of: value, in: edges)] += count }
        let isWhole = numbers.allSatisfy { $0.value == $0.value.rounded() }
        return edges.indices.dropLast().filter { counts[$0] > 0 }.map { place in
            let (low, high) = (edges[place], edges[place + 1])
            let words = words(low, high, isWhole)
            return (Stretch(low: .number(low), high: .number(high), words: words), counts[place])
        }
    }

    private var isShare: Bool { numbers.allSatisfy { (0...1).contains($0.value) } }

    private func words(_ low: Double, _ high: Double, _ isWhole: Bool) -> String {
        if isShare, low == 1 { return "1" }
        guard isWhole else { return "\(FilterOperand.text(low)) to below \(FilterOperand.text(high))" }
        return high - low <= 1
            ? FilterOperand.text(low) : "\(FilterOperand.text(low)) to \(FilterOperand.text(high - 1))"
    }

    // MARK: - Times

    private static let dayMilliseconds: Int64 = 86_400_000
    /// Longer than this, months are counted: days would fill more than two screens.
    private static let mostDays = 92

    private func countedTimes() -> [(stretch: Stretch, count: Int)] {
        var days: [Int: Int] = [:]
        for (time, count) in times { days[Self.day(time), default: 0] += count }
        let (first, last) = (days.keys.min() ?? 0, days.keys.max() ?? 0)
        guard last - first > Self.mostDays else {
            return days.sorted { $0.key < $1.key }.map {
                (Self.stretch($0.key, $0.key + 1, "\(Self.text($0.key))"), $0.value)
            }
        }
        var months: [Int: Int] = [:]
        for (day, count) in days { months[Self.firstOfMonth(day), default: 0] += count }
        return months.sorted { $0.key < $1.key }.map { start, count in
            let end = Self.firstOfMonth(start + 31)
            return (Self.stretch(start, end, String(Self.text(start).prefix(7))), count)
        }
    }

    private static func day(_ time: Timestamp) -> Int {
        let (quotient, rest) = time.milliseconds.quotientAndRemainder(dividingBy: dayMilliseconds)
        return Int(rest < 0 ? quotient - 1 : quotient)
    }

    private static func firstOfMonth(_ day: Int) -> Int { day - CivilDate(daysSince1970: day).day + 1 }

    private static func text(_ day: Int) -> String {
        Timestamp(milliseconds: Int64(day) * dayMilliseconds).day
    }

    private static func stretch(_ start: Int, _ end: Int, _ words: String) -> Stretch {
        Stretch(
            low: .time(Timestamp(milliseconds: Int64(start) * dayMilliseconds)),
            high: .time(Timestamp(milliseconds: Int64(end) * dayMilliseconds)), words: words)
    }
}

/// Where stretches of numbers begin: 1, 2, 5, 10, 20, 50 … on both sides of 0.
enum NumberEdges {
    /// Edges from below the least value to above the greatest, in order. O(log of the greatest).
    static func around(_ values: [Double]) -> [Double] {
        let greatest = values.map(abs).max() ?? 0
        var steps: [Double] = [1]
        while let last = steps.last, last <= greatest, last < 1e300 {
            let lead = [1.0, 2.0, 5.0][(steps.count) % 3]
            steps.append(lead * power((steps.count) / 3))
        }
        let below = (values.min() ?? 0) < 0 ? steps.reversed().map { -$0 } : []
        return below + [0] + steps
    }

    private static func power(_ exponent: Int) -> Double {
        (0..<exponent).reduce(1.0) { power, _ in power * 10 }
    }

    /// The number of the last edge at or below a value; the first where there is none.
    static func place(of value: Double, in edges: [Double]) -> Int {
        var (low, high) = (0, edges.count)
        while low < high {
            let middle = (low + high) / 2
            if edges[middle] <= value { low = middle + 1 } else { high = middle }
        }
        return min(max(0, low - 1), max(0, edges.count - 2))
    }
}
