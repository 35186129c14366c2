import Casework

/// Reads `case.yaml`.
enum CaseDescriptionReading {
    /// More than any clock is wrong: a hundred years.
    private static let mostOffsetSeconds = 100 * 366 * 86_400

    /// The description, and names in the file that mean nothing.
    ///
    /// - Throws: `FileFailure` with the line of what is wrong.
    static func read(_ bytes: [UInt8]) throws -> (case: CaseDescription, unknown: [String]) {
        var reading = YAMLReading(try YAMLText(bytes).root)
        var description = CaseDescription()
        description.title = try reading.text("title")
        description.text = try reading.text("description")
        description.synthetic = try reading.flag("synthetic") ?? false
        let populations = "all, suspects or suspects+control 1:N"
        description.population = try reading.value("population", populations) { Population($0) } ?? .all
        if var period = try reading.inner("period") {
            description.periodFrom = try period.value("from", "a time", time)
            description.periodTo = try period.value("to", "a time", time)
        }
        let countries = try reading.list(
            "restricted_countries", "a country code of two capital letters", country)
        description.restrictedCountries = Set(countries).sorted()
        let offset = try reading.value("clock_offset_seconds", "a whole number of seconds", offset)
        description.clockOffsetSeconds = offset ?? 0
        // The maps themselves were read when the folder was listed; files they are for say what is wrong.
        _ = try reading.inner("map")
        return (description, reading.unusedNames)
    }

    private static func time(_ text: String) -> Timestamp? {
        var text = text
        var times = TimeReading()
        return text.withUTF8 { times.timestamp($0) }
    }

    private static func country(_ text: String) -> String? {
        var text = text
        return text.withUTF8 { ScalarReading.country($0) }
    }

    private static func offset(_ text: String) -> Int? {
        guard let seconds = Int(text), abs(seconds.clamped) <= mostOffsetSeconds else { return nil }
        return seconds
    }
}

extension Int {
    /// Itself, but never `Int.min`, of which there is no `abs`.
    var clamped: Int { Swift.max(self, -Int.max) }
}
