/// sources.csv: what the invented provider says about each file.
enum SourcesTable {
    static let header = ["file", "sha256", "obtained_from", "obtained_at", "query", "coverage", "grade"]

    static func lines(of files: [WrittenFile]) -> [String] {
        [TableText.row(header)]
            + files.map { file in
                let note = notes.first { file.name.utf8.starts(with: $0.prefix.utf8) } ?? other
                return TableText.row([
                    file.name, file.sha256, note.from, "2026-02-19T07:30:00Z", note.query, note.coverage,
                    note.grade,
                ])
            }
    }

    private struct Note {
        let prefix: String
        let from: String
        let query: String
        let coverage: String
        let grade: String
    }

    private static let other = Note(
        prefix: "", from: "Trust desk (SYNTHETIC)", query: "", coverage: "", grade: "C3")

    private static let notes = [
        Note(
            prefix: "accounts", from: "Account registry (SYNTHETIC)",
            query: "all accounts active in the period", coverage: "three accounts missing", grade: "A1"),
        Note(
            prefix: "payments", from: "Payment processor (SYNTHETIC)",
            query: "fingerprints of those accounts", coverage: "invoices from November on", grade: "B1"),
        Note(
            prefix: "attributes", from: "Sign-in service (SYNTHETIC)",
            query: "devices, TLS fingerprints, numbers", coverage: "no devices for one account in ten",
            grade: "B2"),
        Note(
            prefix: "ip_ranges", from: "Address database (SYNTHETIC)", query: "ranges seen in the log",
            coverage: "usage as the vendor states it", grade: "C2"),
        Note(
            prefix: "exchanges", from: "Request log (SYNTHETIC)",
            query: "2025-11-03 to 2026-02-18, every exchange",
            coverage: "two overlapping exports; addresses missing in 1 %", grade: "A2"),
        Note(
            prefix: "samples", from: "Retention store (SYNTHETIC)",
            query: "1 exchange in 27; 1 in 8 where a reasoning filter fired",
            coverage: "responses missing in 3 %", grade: "A2"),
        Note(
            prefix: "profiles", from: "Partner briefing (SYNTHETIC)", query: "", coverage: "invented labs",
            grade: "C3"),
        Note(prefix: "terms", from: "Legal desk (SYNTHETIC)", query: "", coverage: "complete", grade: "A1"),
    ]
}
