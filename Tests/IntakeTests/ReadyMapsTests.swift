import Casework
import Testing

@testable import Intake

@Suite("Maps that come with the program")
struct ReadyMapsTests {
    private func imported(_ name: String, _ text: String, map: String) throws -> Imported {
        let folder = try TemporaryFolder()
        let path = try folder.write(name, text)
        let sink = RecordingSink()
        let summary = try EvidenceImport(sink: sink).run([path], maps: [try EvidenceMap.find(map)])
        return Imported(sink: sink, summary: summary)
    }

    @Test("every ready map is a map, and all but ALB's ask nothing", arguments: ReadyMap.all.map(\.name))
    func all(name: String) throws {
        let map = try EvidenceMap.find(name)
        #expect(map.name == name)
        #expect(map.openQuestions.isEmpty == (name != "alb"))
    }

    @Test("a name that is neither file nor map says which maps there are")
    func noSuchMap() {
        let error = #expect(throws: MapError.self) { try EvidenceMap.find("/nowhere/x.yaml") }
        #expect(error?.description.contains("bedrock, litellm, stripe, nginx, alb") == true)
    }

    @Test("a Bedrock invocation becomes an exchange and a sample")
    func bedrock() throws {
        var logs = ForeignLogs()
        let imported = try imported("b.jsonl", logs.bedrock(rows: 2), map: "bedrock")
        let exchange = try #require(imported.sink.exchanges().first)
        #expect(exchange.account == "arn:aws:sts::000000000000:assumed-role/SYNTHETIC/gateway")
        #expect(exchange.at == 1_767_571_200_000)
        #expect(exchange.input == 20 && exchange.output == 200)
        #expect(exchange.texts["model"] == "example.model-v1:0")
        #expect(exchange.texts["surface"] == "cloud:bedrock")
        #expect(exchange.texts["exchange_id"] == "syn-req-0")
        #expect(exchange.texts["prompt_key"]?.count == 64)
        let sample = try #require(imported.sink.samples.last)
        #expect(sample.prompt == "SYNTHETIC: explain \"quoted\" tides step by step, part 1")
        #expect(sample.response == "SYNTHETIC answer 1")
        #expect(sample.metadataValues.map(\.name) == ["account_id", "project"])
        #expect(imported.summary.totals == totals(rows: 4, rejected: 0, faults: 0))
    }

    @Test("older bodies of Bedrock have their prompts and answers found")
    func olderBodies() throws {
        let head = #"{"timestamp":"2026-01-05T00:00:00Z","identity":{"arn":"a"},"modelId":"m","requestId":"#
        let rows = [
            head
                + #""1","input":{"inputBodyJson":{"messages":[{"role":"user","content":"hi"}],"system":"s"}},"output":{"outputBodyJson":{"content":[{"type":"text","text":"ho"}]}}}"#,
            head
                + #""2","input":{"inputBodyJson":{"prompt":"p"}},"output":{"outputBodyJson":{"generation":"g"}}}"#,
            head
                + #""3","input":{"inputBodyJson":{"inputText":"q"}},"output":{"outputBodyJson":{"results":[{"outputText":"r"}]}}}"#,
            head + #""4","input":{"inputBodyS3Path":"s3://x"},"output":{}}"#,
        ]
        let imported = try imported("b.jsonl", rows.joined(separator: "\n"), map: "bedrock")
        #expect(imported.sink.samples.map(\.prompt) == ["hi", "p", "q"])
        #expect(imported.sink.samples.map(\.response) == ["ho", "g", "r"])
        #expect(imported.sink.exchanges().count == 4)
    }

    @Test("a LiteLLM spend log becomes an exchange, and a sample where it kept the prompt")
    func liteLLM() throws {
        let rows = """
            {"request_id":"r1","call_type":"acompletion","api_key":"hash1","spend":0.1,"prompt_tokens":5,"completion_tokens":7,"startTime":"2026-01-05 10:00:00.250","model":"m","user":"u1","end_user":"e1","team_id":"","metadata":{"requester_ip_address":"192.0.2.9"},"messages":[{"role":"system","content":"S"},{"role":"user","content":"P"}],"response":{"choices":[{"message":{"content":"A"}}]}}
            {"request_id":"r2","call_type":"acompletion","api_key":"hash1","spend":0.1,"startTime":"2026-01-05T10:00:01Z","model":"m","user":"u2","requester_ip_address":"192.0.2.10","messages":{},"response":{}}
            """
        let imported = try imported("s.jsonl", rows, map: "litellm")
        let exchanges = imported.sink.exchanges()
        #expect(exchanges.map(\.account) == ["u1", "u2"])
        #expect(exchanges.map(\.at) == [1_767_607_200_250, 1_767_607_201_000])
        #expect(exchanges.map(\.address) == ["192.0.2.9", "192.0.2.10"])
        #expect(exchanges[0].texts["attr:api_key"] == "hash1")
        #expect(exchanges[0].texts["attr:metadata_end_user"] == "e1")
        #expect(imported.sink.samples.map(\.prompt) == ["P"])
        #expect(imported.sink.samples.map(\.response) == ["A"])
        #expect(imported.summary.totals.faults == 0)
    }

    @Test("a Stripe export becomes payments, and e-mails only as hashes")
    func stripe() throws {
        var logs = ForeignLogs()
        let imported = try imported("unified_payments.csv", logs.stripe(), map: "stripe")
        let payments = imported.sink.holdings.filter { $0.kind == .payment }
        #expect(payments.count == 24)
        #expect(payments[2].paymentKind == .prepaid)
        #expect(payments[0].issuerCountry == "AQ")
        #expect(payments[0].firstSeen == Timestamp(milliseconds: 1_767_261_600_000))
        let hashes = imported.sink.holdings.filter { $0.kind.rawValue == "email_hash" }
        #expect(hashes.allSatisfy { $0.value.string.count == 64 })
        #expect(!imported.values.contains { $0.contains("@") })
        #expect(imported.summary.totals.rejected == 0)
    }

    @Test("the headers of older Stripe exports are known")
    func olderStripe() throws {
        let imported = try imported(
            "payments.csv",
            "id,Created (UTC),Amount,Currency,Customer ID,Card Fingerprint\nch_1,2026-01-05 10:00,1,usd,cus_1,FP\n",
            map: "stripe")
        #expect(imported.sink.holdings.map(\.firstSeen?.milliseconds) == [1_767_607_200_000])
    }

    @Test("nginx lines with a user become exchanges")
    func nginx() throws {
        var logs = ForeignLogs()
        let imported = try imported("access.log", logs.nginx(rows: 20), map: "nginx")
        let exchanges = imported.sink.exchanges()
        #expect(exchanges.count == 18)
        #expect(exchanges[1].address == "192.0.2.1")
        #expect(exchanges[1].texts["client"] == "synthetic-client/1.1")
        #expect(exchanges[1].texts["attr:user_agent"] == "synthetic-client/1.1 \\\"SYNTHETIC\\\"")
        #expect(imported.reason?.contains("2 rows have nothing for its tables") == true)
    }

    @Test("ALB lines are read once somebody says where the account is")
    func loadBalancer() throws {
        let line = """
            https 2026-01-05T10:00:00.123456Z app/syn/1 192.0.2.5:4711 198.51.100.1:443 0.0 0.1 0.0 200 200 34 366 \
            "POST https://api.example:443/v1/accounts/ac-7/messages HTTP/1.1" "curl/8.1" ECDHE TLSv1.3 arn "Root=1-a" "api.example" "-" 0 2026-01-05T10:00:00.1Z "forward" "-" "-"
            """
        let ready = try #require(ReadyMap.named("alb"))
        let text = ready.text.replacing(
            "{ask: \"which part of the request is the account? ALB logs have no field for it\"}",
            with: "{from: request, do: [{capture: \"*/accounts/{}/*\"}]}")
        let imported = try importing("alb.log", line + "\n", map: text)
        let exchange = try #require(imported.sink.exchanges().first)
        #expect(
            exchange.account == "ac-7" && exchange.address == "192.0.2.5" && exchange.at == 1_767_607_200_123)
        #expect(exchange.texts["attr:user_agent"] == "curl/8.1")
    }
}
