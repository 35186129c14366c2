/// Which column is the time, and how it is written.
enum TimeGuess {
    private static let words = [
        "at", "timestamp", "time", "start_time", "request_time", "created_at", "created", "created_date",
        "datetime",
        "event_time", "date", "ts", "logged_at",
    ]

    /// The likeliest, by its name.
    static func best(_ columns: [ColumnLook]) -> ColumnLook? {
        let times = columns.enumerated().filter { $0.element.isTime }
        return times.min { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }?.element
    }

    private static func rank(_ column: ColumnLook) -> Int {
        let name = column.plainName
        if let known = words.firstIndex(of: name) { return known }
        let isPart = name.split(separator: "_").contains { words.contains(String($0)) }
        return isPart ? words.count : name.contains("end") || name.contains("expire") ? 200 : 100
    }

    /// The field `name`, filled from a column of times.
    static func field(_ name: String, _ column: ColumnLook) -> DraftField {
        let source = column.name
        switch column.kind {
        case .timeISO:
            var field = DraftField(name: name, value: YAMLQuoting.column(source, "{date: iso, zone: UTC}"))
            field.unsure = [
                "\(source) says no zone; UTC is taken. Else put the offset, such as zone: \"+02:00\""
            ]
            return field
        case .timeCLF: return DraftField(name: name, value: YAMLQuoting.column(source, "{date: clf}"))
        case .epochMicros:
            return DraftField(name: name, value: YAMLQuoting.column(source, "{date: epoch_micros}"))
        case .timeSlashes: return slashes(name, column)
        default: return DraftField(name: name, value: YAMLQuoting.text(source))
        }
    }

    /// `03/04/2026` is two days, unless some row has a number over 12.
    private static func slashes(_ name: String, _ column: ColumnLook) -> DraftField {
        let (separator, rest) = column.slashFormat ?? ("/", "%Y")
        func value(_ first: String, _ second: String) -> String {
            let format = "%\(first)\(separator)%\(second)\(separator)\(rest)"
            return YAMLQuoting.column(column.name, "{date: \(YAMLQuoting.text(format)), zone: UTC}")
        }
        var field = DraftField(name: name, value: value("d", "m"))
        field.unsure = ["\(column.name) says no zone; UTC is taken"]
        if column.isSecondAbove12, !column.isFirstAbove12 { field.value = value("m", "d") }
        if column.isFirstAbove12 != column.isSecondAbove12 { return field }
        let why = column.isFirstAbove12 ? "both orders occur" : "no row shows which number is the day"
        field.unsure = []
        field.ask = [
            "is \(column.name) day first or month first? \(why), such as \(column.examples.first ?? "")",
            "day first:   \(name): \(value("d", "m"))", "month first: \(name): \(value("m", "d"))",
        ]
        field.value = "{ask: \(YAMLQuoting.text("is \(column.name) day first or month first?"))}"
        return field
    }
}
