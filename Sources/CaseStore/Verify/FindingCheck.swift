import Casework

/// Checks what rows of findings hold in lists of their own: accounts that there are, places within their texts.
struct FindingCheck {
    private let handle: Handle
    private let accounts: Int

    init(_ handle: Handle) throws {
        self.handle = handle
        accounts = try handle.number("SELECT accounts FROM horizon")
    }

    func problems() throws -> [String] {
        var problems: [String] = []
        problems += try members("group_hub", "holders", "group_id || ' ' || place")
        problems += try members("case_signal", "accounts", "place")
        problems += try members("run_group", "members", "run || ' ' || id")
        problems += try spans(
            "template_member", "slots", "p.prompt")
        problems += try spans(
            "sample_match", "spans", "CASE f.field WHEN 'prompt' THEN p.prompt ELSE p.response END")
        return Array(problems.prefix(VerificationReport.mostProblems))
    }

    private func members(_ table: String, _ column: String, _ name: String) throws -> [String] {
        var problems: [String] = []
        try handle.each("SELECT \(name), \(column) FROM \(table) ORDER BY 1") { row in
            let numbers = try? MemberList.read(row.bytes(1))
            let isSound = numbers?.allSatisfy { $0 >= 1 && Int($0) <= accounts } ?? false
            if !isSound { problems.append("\(table) \(row.text(0)) names accounts that are not there") }
        }
        return problems
    }

    /// Offsets and lengths are bytes of the text.
    private func spans(_ table: String, _ column: String, _ text: String) throws -> [String] {
        try handle.rows(
            """
            SELECT DISTINCT f.source, p.line FROM \(table) AS f
            JOIN sample AS p ON p.source = f.source AND p.number = f.number, json_each(f.\(column)) AS e
            WHERE coalesce(e.value ->> 0 < 0 OR e.value ->> 1 < 0
                OR (e.value ->> 0) + (e.value ->> 1) > length(CAST(\(text) AS BLOB)), 1)
            ORDER BY 1, 2 LIMIT \(VerificationReport.mostProblems)
            """
        ) { "\(table) points outside the text of row \($0.int(1)) of source \($0.int(0))" }
    }
}
