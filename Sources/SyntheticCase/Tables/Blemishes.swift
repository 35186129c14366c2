/// What is wrong in every real export: rows twice, impossible times, fields of the wrong kind.
/// Rejects and faults that the evidence screen has to show; the counts are in SampleCases/README.md.
enum Blemishes {
    /// Faults that come from the customers themselves: two wrote their country their own way, one is hostile.
    static func mark(_ world: inout World) {
        var ordinary = world.accounts.indices.filter { number in
            if case .ordinary = world.accounts[number].truth { return world.accounts[number].listed }
            return false
        }
        for country in ["England", "usa"] {
            if let number = ordinary.popLast() { world.change(number) { $0.country = country } }
        }
        if let number = ordinary.popLast() {
            world.change(number) { $0.organization = "=HYPERLINK(\"http://prize.example\",\"Acme\")" }
        }
        if let number = ordinary.popLast() {
            world.change(number) { $0.hold("user_agent", "\u{1B}[31mcurl\u{1B}[0m <b>hello</b>, \"quoted\"") }
        }
    }

    /// One row twice as it was, and one twice with another plan.
    static func accounts(_ rows: [[String]]) -> [String] {
        var lines = rows.map(TableText.row)
        guard rows.count > 400 else { return lines }
        var differing = rows[150]
        differing[5] = differing[5].utf8.elementsEqual("free".utf8) ? "paid" : "free"
        lines.insert(TableText.row(differing), at: 400)
        lines.insert(lines[90], at: 91)
        return lines
    }

    /// A payment without a fingerprint, and one of an unknown kind.
    static func payments(_ rows: [[String]]) -> [String] {
        var lines = rows.map(TableText.row)
        guard rows.count > 300 else { return lines }
        var nameless = rows[120]
        nameless[1] = ""
        var unknown = rows[300]
        unknown[2] = "voucher"
        lines[300] = TableText.row(unknown)
        lines.insert(TableText.row(nameless), at: 121)
        return lines
    }

    /// A range with host bits set.
    static let ranges = ["198.18.77.5/24,64524,Jacaranda Internet,BR,isp"]

    /// Adds the blemishes of the log while it streams past.
    struct ActivityStream {
        private var earlier: String?

        /// The lines for one row of exchanges: the row itself, in a blemished form, or with a second row after it.
        mutating func exchange(_ row: String, _ number: Int) -> [String] {
            if let time = Blemishes.times[number] {
                return [row, changed(row, "badrow-\(number)", field: 2, time)]
            }
            switch number {
            case 5000:
                earlier = row
                return [row]
            case 5040, 5041: return earlier.map { [row, $0] } ?? [row]
            case 14_000: return [row, row]
            case 7000: return [row, changed(row, "badrow-7000", field: 1, "")]
            case 11_000, 26_000:
                return [changed(row, nil, field: 3, number == 11_000 ? "198.18.300.4" : "localhost")]
            case 20_000: return [changed(row, nil, field: 6, "-1")]
            default: return [row]
            }
        }

        /// The lines for one sample: a torn line and a sample without its prompt come after some.
        func sample(_ line: String, _ number: Int) -> [String] {
            switch number {
            case 333: return [line, String(line.prefix(90))]
            case 777:
                return [
                    line,
                    "{\"sample_id\":\"s-lost\",\"account_id\":\"u-00000000\",\"at\":\"2025-12-24T18:00:00Z\"}",
                ]
            case 1111: return [line, line]
            default: return [line]
            }
        }

        private func changed(_ row: String, _ id: String?, field: Int, _ value: String) -> String {
            var fields = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            fields[field] = value
            if let id { fields[0] = id }
            return fields.joined(separator: ",")
        }
    }

    /// Impossible times by the number of the row they follow.
    private static let times = [
        1200: "2026-02-30T10:00:00Z", 9000: "yesterday", 17_000: "1769-01-01T00:00:00Z",
        23_500: "2025-11-31 23:00",
    ]
}
