import Casework
import Testing

@Suite("Counting the values of a column") struct FrequencyCountingTests {
    private func table(_ type: FieldType, _ values: [FieldValue]) -> FrequencyTable {
        var counting = FrequencyCounting(FieldDescription("f", type))
        for value in values { counting.add(value) }
        return counting.table()
    }

    @Test("the most frequent first, ties by their text, what has none as a dash") func texts() {
        let table = table(.text, [.text("b"), .text("a"), .none, .text("c"), .text("c"), .text("")])
        #expect(table.values.map(\.value) == ["-", "c", "a", "b"])
        #expect(table.values.map(\.rows) == [2, 2, 1, 1])
        #expect(table.rows == 6 && table.distinct == 4)
        #expect(table.values.map(\.filter) == ["f:none", "f:c", "f:a", "f:b"])
    }

    @Test("a row with several values stands under each, once") func lists() {
        let table = table(.text, [.list(["x", "y", "x"]), .list(["x"]), .list([])])
        #expect(table.values.map { "\($0.value) \($0.rows)" } == ["x 2", "- 1", "y 1"])
        #expect(table.rows == 3)
    }

    @Test("two spellings of one character are two values") func spellings() {
        #expect(table(.text, [.text("\u{E9}"), .text("e\u{301}")]).distinct == 2)
    }

    @Test("few numbers stand alone, many in stretches by 1, 2 and 5") func numbers() {
        #expect(table(.number, [.number(3), .number(3), .number(7)]).values.map(\.value) == ["3", "7"])
        let many = table(.number, (0..<1200).map { .number(Double($0)) })
        #expect(
            many.values.map(\.value) == [
                "0", "1", "2 to 4", "5 to 9", "10 to 19", "20 to 49", "50 to 99", "100 to 199", "200 to 499",
                "500 to 999", "1000 to 1999",
            ])
        #expect(many.values.map(\.rows) == [1, 1, 3, 5, 10, 30, 50, 100, 300, 500, 200])
        #expect(many.values[4].filter == "f>=10 f<20")
    }

    @Test("numbers below nothing, beyond all measure and between 0 and 1 have a place") func strange() {
        let wide = table(
            .number, (0..<50).map { .number(Double($0) * 1e12 - 2e13) } + [.number(.infinity), .none])
        #expect(wide.values.reduce(0) { $0 + $1.rows } == 51)
        let shares = table(.number, (0...100).map { .number(Double($0) / 100) })
        #expect(shares.values.count == 21)
        #expect(shares.values.reduce(0) { $0 + $1.rows } == 101)
        #expect(shares.values.last?.value == "1")
    }

    @Test("times are counted by day, over long spans by month") func times() throws {
        let start = try #require(Timestamp(rfc3339: "2026-01-30T00:00:00Z")).milliseconds
        func days(_ count: Int64) -> FrequencyTable {
            table(.time, (0..<count * 2).map { .time(Timestamp(milliseconds: start + $0 * 43_200_000)) })
        }
        #expect(days(30).values.map(\.value).prefix(3) == ["2026-01-30", "2026-01-31", "2026-02-01"])
        #expect(days(30).values.allSatisfy { $0.rows == 2 })
        let months = days(120).values
        #expect(months.map(\.value) == ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05"])
        #expect(months.map(\.rows) == [4, 56, 62, 60, 58])
        #expect(months[1].filter == "f>=2026-02-01 f<2026-03-01")
    }
}
