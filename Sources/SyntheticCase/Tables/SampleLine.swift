/// One line of samples.jsonl.
struct SampleLine {
    let id: String
    let exchange: Exchange
    let sender: Account

    /// The object on one line; ordinary accounts now and then write something hostile.
    func text(_ random: inout SeededRandom, _ hostility: inout HostileText) -> String {
        var (prompt, response) = PromptLibrary.frames[exchange.frame].text(&random)
        if case .ordinary = sender.truth, let hostile = hostility.next() { prompt += "\n" + hostile }
        if random.chance(0.03) { response = "" }
        var members = [
            ("sample_id", id), ("account_id", sender.id), ("at", exchange.at.text),
            ("model", exchange.model.rawValue),
            ("surface", exchange.surface.rawValue), ("prompt", prompt),
        ]
        if !response.isEmpty { members.append(("response", response)) }
        var parts = members.map { "\"\($0)\":\(TableText.json($1))" }
        let metadata = metadata(&random)
        if !metadata.isEmpty { parts.append("\"metadata\":{\(metadata)}") }
        return "{" + parts.joined(separator: ",") + "}"
    }

    /// What the customer's software said of itself; most say nothing.
    private func metadata(_ random: inout SeededRandom) -> String {
        var members = sender.metadata.filter { random.chance($0.share) }.map { ($0.name, $0.value) }
        if members.isEmpty, sender.surface != .web, random.chance(0.12) {
            members.append(
                (
                    "user",
                    random.chance(0.3) ? "default" : "end-\(sender.id.suffix(4))-\(random.between(1...40))"
                ))
        }
        return members.map { "\"\($0)\":\(TableText.json($1))" }.joined(separator: ",")
    }
}
