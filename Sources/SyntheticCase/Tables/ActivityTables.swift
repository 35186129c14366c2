import Foundation

/// exchanges.csv.gz and samples.jsonl, written in one pass over the log, row after row.
struct ActivityTables {
    static let header = [
        "exchange_id", "account_id", "at", "ip", "model", "surface", "input_tokens", "output_tokens",
        "client",
        "prompt_key", "sample_id",
    ]
    /// The provider keeps the text of one exchange in 27, and of one in 8 where a filter for reasoning fired.
    private static let keptShare = 0.037
    private static let keptReasoningShare = 0.12
    private static let reasoning: Set<Int> = Set(
        [
            "cot-elicit", "cot-compare", "rubric-grade", "rewrite-sensitive", "trace-rebuild", "eval-grade",
            "assignment-explain", "tutor-solution", "homework",
        ].map(PromptLibrary.index(of:)))

    let world: World

    func write(in folder: URL) throws(SyntheticCaseError) -> [WrittenFile] {
        var random = world.random("samples")
        var exchanges = try EvidenceFile("exchanges.csv.gz", in: folder)
        var samples = try EvidenceFile("samples.jsonl", in: folder)
        try exchanges.line(TableText.row(ActivityTables.header))
        var blemishes = Blemishes.ActivityStream()
        var hostility = HostileText()
        var kept = 0
        for (number, exchange) in world.exchanges.enumerated() {
            let isKept = random.chance(
                ActivityTables.reasoning.contains(exchange.frame)
                    ? ActivityTables.keptReasoningShare : ActivityTables.keptShare)
            kept += isKept ? 1 : 0
            let id = isKept ? "s-" + padded(kept, 5) : ""
            let row = blemishes.exchange(
                TableText.row(fields(exchange, number + 1, sample: id, &random)), number)
            for line in row { try exchanges.line(line) }
            guard isKept else { continue }
            let sample = SampleLine(id: id, exchange: exchange, sender: world.accounts[exchange.account])
            for line in blemishes.sample(sample.text(&random, &hostility), kept) { try samples.line(line) }
        }
        return [try exchanges.finish(), try samples.finish()]
    }

    /// One row; now and then the logger lost a field.
    private func fields(
        _ exchange: Exchange, _ number: Int, sample: String, _ random: inout SeededRandom
    ) -> [String] {
        [
            "x-" + padded(number, 6), world.accounts[exchange.account].id, exchange.at.text,
            random.chance(0.01) ? "" : exchange.address.text,
            random.chance(0.002) ? "" : exchange.model.rawValue,
            exchange.surface.rawValue, random.chance(0.004) ? "" : "\(exchange.inputTokens)",
            random.chance(0.004) ? "" : "\(exchange.outputTokens)",
            random.chance(0.02) ? "" : exchange.client,
            exchange.promptKey, sample,
        ]
    }

    private func padded(_ number: Int, _ width: Int) -> String {
        let text = "\(number)"
        return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
}
