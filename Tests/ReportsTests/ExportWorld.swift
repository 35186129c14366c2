import Casework
import Reports

/// A small case whose texts try everything that evidence can try.
enum ExportWorld {
    static let hostile = [
        "=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "'x", "＝x", " x ", "a,b", "say \"hi\"", "two\nlines",
        "\u{1B}[2J",
        "\u{202E}abc", "字 é", "none", "'", "\u{9B}1m", "\\N", "#",
    ]

    static func content(isSynthetic: Bool) -> ExportContent {
        var content = ExportContent(title: "Case =1", isSynthetic: isSynthetic)
        content.run = "r-7c41d0"
        content.campaigns = RowFeed([campaign])
        content.groups = RowFeed([campaign, GroupRow(id: "G-01", name: "A class", kind: .course)])
        content.members = RowFeed(members)
        content.accounts = RowFeed { consume in
            for account in accounts { try consume([account]) }
        }
        content.artifacts = RowFeed(
            hostile.map {
                ArtifactRow(kind: ArtifactKind("device"), value: ExactText($0), accounts: 2, flagged: 1)
            })
        content.sources = RowFeed([
            SourceRow(
                source: 1, file: "=accounts.csv", table: .accounts, sha256: "ab", rows: 3, rejected: 1,
                faults: 0,
                importedAt: time)
        ])
        content.rejects = RowFeed([
            RejectRow(
                source: 1, file: "=accounts.csv", line: 4, offset: 99, reason: "bad_created_at", field: nil,
                raw: "x,\0,\u{FFFD}")
        ])
        return content
    }

    static let time = Timestamp(milliseconds: 1_768_200_000_123)

    static var members: [CampaignMember] {
        hostile.enumerated().map { index, id in
            CampaignMember(
                account: AccountID(id), campaign: "C-01", probability: 1 / Double(index + 1), role: .core,
                actor: "=Lab", attributionProbability: 0.9)
        }
    }

    static var accounts: [AccountRow] {
        hostile.map { id in
            var row = AccountRow(accountId: AccountID(id), unlisted: false)
            row.createdAt = time
            row.plan = .paid
            row.orgName = id
            row.exchanges = 12
            row.probability = 1e-7
            row.flagged = [.campaign, .provider]
            return row
        }
    }

    static var campaign: GroupRow {
        var row = GroupRow(id: "C-01", name: "+ of \"many\"", kind: .campaign)
        row.accounts = hostile.count
        row.extractionProbability = 0.975
        row.lastAt = time
        row.capabilities = ["coding", "=x,\"y\""]
        return row
    }
}
