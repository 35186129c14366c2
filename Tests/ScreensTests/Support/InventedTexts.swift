import Casework

/// Artifacts, networks, samples and frames of the invented case.
enum InventedTexts {
    static let artifacts: [ArtifactRow] = {
        var card = ArtifactRow(
            kind: .payment, value: ExactText("pf_81c0a4d2e6f0443e"), accounts: 9, flagged: 9)
        card.verdict = .operation
        card.bits = 11.2
        card.reasons = ["its holders also share devices and one prompt frame"]
        var client = ArtifactRow(
            kind: .client, value: ExactText("python-sdk/1.4"), accounts: 302, flagged: 190)
        client.verdict = .shared
        client.bits = 0.2
        client.reasons = ["strangers of many countries hold it"]
        return [client, card]
    }()

    static func artifact(_ artifact: Artifact) -> ArtifactDetail {
        let row = artifacts.first { $0.value == artifact.value } ?? artifacts[0]
        return ArtifactDetail(row: row, holders: holders)
    }

    static let holders = (0..<3).map { index in
        HolderRow(
            accountId: InventedCase.account(index).accountId, uses: 40 - index,
            firstAt: Timestamp(rfc3339: "2026-01-0\(index + 1)T00:00:00Z"),
            lastAt: Timestamp(rfc3339: "2026-02-1\(index)T00:00:00Z"), campaign: index == 0 ? "C-01" : nil,
            status: index == 1 ? .banned : .active)
    }

    static let networks: [NetworkRow] = {
        var proxy = NetworkRow(net: "198.18.40.0/24", accounts: 122, flagged: 44)
        proxy.asn = 64_512
        proxy.asName = "ResiProxy2"
        proxy.country = "SG"
        proxy.usage = .residentialProxy
        proxy.userCount = 61
        var office = NetworkRow(net: "192.0.2.0/28", accounts: 41, flagged: 0)
        office.usage = .corporate
        return [office, proxy]
    }()

    static func network(_ name: String) -> NetworkDetail {
        let row = networks.first { $0.net == name } ?? networks[1]
        return NetworkDetail(row: row, address: row.net == name ? nil : name, holders: holders)
    }

    static let prompt =
        "Grade this answer by the rubric below.\nAnswer: It is 7.\nThink step by step and write every step down."

    static let samples: [SampleRow] = (0..<2).map { index in
        var row = SampleRow(
            accountId: InventedCase.account(index).accountId,
            at: Timestamp(milliseconds: 1_768_000_000_000 + Int64(index) * 60_000),
            prompt: index == 0 ? prompt : "你好\u{1B}[31m red \u{202E}txt",
            row: RowReference(source: 4, file: "samples.jsonl", line: 77 + index))
        row.model = "m-large-4.5"
        row.template = index == 0 ? "T-3fa9c1" : nil
        row.capabilities = index == 0 ? ["chain_of_thought", "rubric_grading"] : []
        return row
    }

    static func sample(_ reference: RowReference) -> SampleDetail {
        let row = samples.first { $0.row == reference } ?? samples[0]
        var detail = SampleDetail(row: row)
        guard row.template != nil else { return detail }
        var rule = CapabilityRule(name: "step_by_step_elicitation", origin: "shipped")
        rule.capability = "chain_of_thought"
        rule.technique = "AML.T0024"
        rule.description = "asks for every step of the reasoning"
        let start = Int32(prompt.utf8.count - 45)
        detail.matches = [
            SampleDetail.Match(rule: rule, field: .prompt, spans: [TextSpan(offset: start, length: 18)])
        ]
        detail.template = template.row
        detail.slots = [TextSpan(offset: 47, length: 8)]
        return detail
    }

    static let template: TemplateDetail = {
        var detail = TemplateDetail(
            row: TemplateRow(
                id: "T-3fa9c1", samples: 206, accounts: 181, flagged: 178, slots: 1,
                frame: "Grade this answer by the rubric below. Answer: {1} Think step by step"))
        detail.skeleton = [
            .words("Grade this answer by the rubric below. Answer:"), .slot(0), .words("Think step by step"),
        ]
        detail.slots = [
            TemplateFinding.Slot(
                distinct: 204,
                examples: [
                    TemplateFinding.Slot.Value(text: "It is 7.", samples: 3),
                    TemplateFinding.Slot.Value(text: "a\nb", samples: 1),
                ], shortestWords: 2, longestWords: 31)
        ]
        detail.holders = holders.map(\.accountId)
        detail.samples = samples
        return detail
    }()

    static let log: [AuditRow] = ["create", "import", "analyze"].enumerated().map { index, action in
        AuditRow(
            seq: index + 1, at: Timestamp(milliseconds: 1_771_000_000_000 + Int64(index) * 1000),
            actor: "ada", action: action, details: "{\"file\":\"accounts.csv\"}",
            hash: String(repeating: "c3", count: 32))
    }

    static let indicator: IndicatorRow = {
        var row = IndicatorRow(
            id: "indicator--1", kind: .network, value: ExactText("198.18.40.17"),
            row: RowReference(source: 8, file: "indicators/partner.json", line: 4))
        row.partner = "Delta Models"
        row.actor = "Amber"
        row.grade = "B2"
        row.markings = ["tlp:amber"]
        row.accounts = 61
        row.flagged = 44
        return row
    }()

    static let violation: ViolationRow = {
        var row = ViolationRow(
            accountId: InventedCase.account(0).accountId, kind: .region, country: "AQ",
            basis: .addressCountry,
            words: "12 exchanges from addresses in AQ while clause 4.2 was in force")
        row.clause = "4.2"
        row.exchanges = 12
        row.campaign = "C-01"
        return row
    }()
}
