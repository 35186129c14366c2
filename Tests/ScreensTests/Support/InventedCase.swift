import Casework

/// A small invented case, as the store would answer.
enum InventedCase {
    static func time(_ text: String) -> Timestamp { Timestamp(rfc3339: text)! }

    static let groups: [GroupRow] = [
        group("C-01", "large proxy network", .campaign, accounts: 214, core: 181, exchanges: 31_077, p: 0.993)
        {
            $0.actor = "Amber"
            $0.attributionProbability = 0.88
            $0.capabilities = ["agentic coding", "tool use"]
            $0.innocentExplanations = ["customers of one proxy: 61 were left out"]
        },
        group(
            "C-02", "several access paths, own cards", .campaign, accounts: 58, core: 51, exchanges: 8_114,
            p: 0.968
        ) {
            $0.actor = "Basalt"
            $0.attributionProbability = 0.71
            $0.capabilities = ["computer use", "vision"]
        },
        group("C-03", "small and synchronised", .campaign, accounts: 12, core: 12, exchanges: 402, p: 0.941) {
            $0.capabilities = ["rubric grading", "reasoning"]
        },
        group("G-01", "class at one university", .course, accounts: 88, core: 80, exchanges: 1_204, p: 0.002)
        {
            $0.innocentExplanations = ["same hours, one assignment, plan education"]
        },
        group(
            "G-02", "enterprise behind one address", .enterprise, accounts: 41, core: 41, exchanges: 5_310,
            p: 0.001
        ) {
            $0.innocentExplanations = ["one invoice, one e-mail domain, office hours"]
        },
    ]

    private static func group(
        _ id: String, _ name: String, _ kind: GroupKind, accounts: Int, core: Int, exchanges: Int, p: Double,
        change: (inout GroupRow) -> Void
    ) -> GroupRow {
        var row = GroupRow(id: id, name: name, kind: kind)
        row.accounts = accounts
        row.coreAccounts = core
        row.exchanges = exchanges
        row.extractionProbability = p
        row.firstAt = time("2025-11-09T00:00:00Z")
        row.lastAt = time("2026-02-18T00:00:00Z")
        change(&row)
        return row
    }

    static var overview: CaseOverview {
        var overview = CaseOverview(title: "Quickstart case", synthetic: true, population: "all")
        overview.accounts = 612
        overview.exchanges = 48_210
        overview.samples = 1_904
        overview.sources = 9
        overview.rejects = 23
        overview.period = .init(from: time("2025-11-03T00:00:00Z"), to: time("2026-02-18T00:00:00Z"))
        overview.campaigns = 3
        overview.groups = 5
        overview.needsAttention = ["23 rows were rejected: look at Evidence (0)"]
        overview.run = RunSummary(
            id: "r-7c41d0", at: time("2026-02-21T14:02:11Z"), seed: 1, method: "m-1", currentMethod: "m-1",
            coversEvidence: true, withheld: nil)
        overview.standsOut = groups
        overview.activity = days
        overview.events = [release]
        return overview
    }

    static var release: EventRow {
        EventRow(at: time("2026-01-20T09:00:00Z"), kind: .modelRelease, name: "m-large-4.5 released")
    }

    /// 108 days that rise slowly, with quiet Sundays and a jump after the release.
    static var days: [DayCount] {
        (0..<108).map { day in
            let date = CivilDate(daysSince1970: 20_395 + day)
            let jump = day > 78 ? 300 : 0
            return DayCount(day: date.description, exchanges: day % 7 == 6 ? 12 + day : 60 + 3 * day + jump)
        }
    }

    static func account(_ index: Int) -> AccountRow {
        let id = "u-" + String(0x1000_0000 + index * 7_919, radix: 16)
        var row = AccountRow(accountId: AccountID(id), unlisted: false)
        row.createdAt = time("2026-01-12T03:14:07Z")
        row.status = index.isMultiple(of: 3) ? .banned : .active
        row.plan = .paid
        row.channel = "api"
        row.declaredCountry = "SG"
        row.exchanges = 1_000 + index
        row.firstAt = time("2026-01-12T04:00:00Z")
        row.lastAt = time("2026-01-29T17:30:00Z")
        if index.isMultiple(of: 2) {
            row.campaign = "C-01"
            row.probability = 0.998
            row.role = .core
            row.flagged = [.campaign]
        }
        if index.isMultiple(of: 3) { row.flagged.append(.provider) }
        return row
    }

    static let sources: [SourceRow] = [
        SourceRow(
            source: 1, file: "accounts.csv", table: .accounts, sha256: String(repeating: "a1", count: 32),
            rows: 612,
            rejected: 0, faults: 0, importedAt: time("2026-02-21T14:00:00Z")),
        SourceRow(
            source: 2, file: "payments.csv", table: .payments, sha256: String(repeating: "b2", count: 32),
            rows: 1_204,
            rejected: 23, faults: 1, importedAt: time("2026-02-21T14:00:01Z")),
    ]

    static let rejects: [RejectRow] = [
        RejectRow(
            source: 2, file: "payments.csv", line: 77, offset: 4_012, reason: "bad_account", field: nil,
            raw: "\u{1B}]0;owned\u{7},pf_1,card")
    ]
}
