import Foundation

/// A folder of foreign logs over the same accounts: Bedrock, Stripe and nginx. All of it is invented, marked
/// SYNTHETIC, with addresses and domains of the documentation ranges.
struct ForeignLogs {
    let accounts = (1...24).map { "syn-acct-" + String(1000 + $0) }
    private var random = SeededRandom(20_260_105)

    static let bedrockName = "bedrock-2026-01-05.jsonl"
    static let stripeName = "unified_payments.csv"
    static let nginxName = "access.log"

    mutating func write(into folder: TemporaryFolder) throws {
        try folder.write(ForeignLogs.bedrockName, bedrock(rows: 240))
        try folder.write(ForeignLogs.stripeName, stripe())
        try folder.write(ForeignLogs.nginxName, nginx(rows: 300))
    }

    private mutating func account() -> String { accounts[Int(random.next() % UInt64(accounts.count))] }

    private mutating func clock(_ row: Int) -> String {
        let seconds = row * 37 % 86_400
        return String(format: "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60)
    }

    /// JSON Lines as Bedrock writes them: one role calls for all customers, who stand in the request's metadata.
    mutating func bedrock(rows: Int) -> String {
        var text = ""
        for row in 0..<rows {
            let account = account()
            let topic = ["tides", "\\\"quoted\\\" tides", "潮汐"][row % 3]
            text += """
                {"schemaType":"ModelInvocationLog","schemaVersion":"1.0","timestamp":"2026-01-05T\(clock(row))Z",\
                "accountId":"000000000000","identity":{"arn":"arn:aws:sts::000000000000:assumed-role/SYNTHETIC/gateway"},\
                "region":"us-east-1","requestId":"syn-req-\(row)","operation":"Converse",\
                "modelId":"example.model-v1:0","input":{"inputContentType":"application/json","inputBodyJson":\
                {"system":[{"text":"SYNTHETIC system \(row % 4)"}],"messages":[{"role":"user","content":[{"text":\
                "SYNTHETIC: explain \(topic) step by step, part \(row)"}]},{"role":"assistant","content":[{"text":"…"}]}]},\
                "inputTokenCount":\(20 + row % 7)},"output":{"outputContentType":"application/json","outputBodyJson":\
                {"output":{"message":{"role":"assistant","content":[{"text":"SYNTHETIC answer \(row)"}]}}},\
                "outputTokenCount":\(200 + row)},"requestMetadata":{"account_id":"\(account)","project":"SYNTHETIC"}}

                """
        }
        return text
    }

    mutating func stripe() -> String {
        var text =
            "id,Created date (UTC),Amount,Currency,Status,Customer ID,Customer Email,Card Fingerprint,Card Funding,"
            + "Card Issue Country,Description,account_id (metadata)\r\n"
        for (row, account) in accounts.enumerated() {
            let funding = ["credit", "debit", "prepaid"][row % 3]
            text +=
                "ch_syn\(row),2026-01-0\(1 + row % 5) 10:0\(row % 10):00,20.00,usd,Paid,cus_syn\(row),"
                + "Person\(row)@example.org,SYNFP\(row / 3),\(funding),AQ,\"SYNTHETIC, invented\",\(account)\r\n"
        }
        return text
            + "ch_synbank,2026-01-05 11:00:00,20.00,usd,Paid,cus_syn0,person0@example.org,,,,,\(accounts[0])\r\n"
    }

    mutating func nginx(rows: Int) -> String {
        var text = ""
        for row in 0..<rows {
            let user = row % 10 == 9 ? "-" : account()
            text +=
                "192.0.2.\(row % 200) - \(user) [05/Jan/2026:\(clock(row)) +0000] \"POST /v1/messages HTTP/1.1\" 200 "
                + "\(row) \"-\" \"synthetic-client/1.\(row % 3) \\\"SYNTHETIC\\\"\"\n"
        }
        return text
    }
}
