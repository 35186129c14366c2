/// profiles/*.yaml: what is said to be known about five invented labs, two of which have nothing to do with it.
enum ProfileNotes {
    struct Note {
        let file: String
        let lines: [String]
    }

    static func all(_ world: World) -> [Note] {
        let card = world.knownFingerprints[CobaltRelay.actor] ?? ""
        return [
            note(
                "Amber",
                [
                    "asn: [64501]", "metadata: [\"kiln-*\", \"amb-eval-*\"]",
                    "email_domain: [amber-intelligence.example]",
                ],
                targets: "agentic_tool_use, orchestration, coding", offset: 2),
            note(
                "Basalt",
                [
                    "metadata: [\(BasaltPaths.handles.map { "\"\($0)\"" }.joined(separator: ", "))]",
                    "email_domain: [basalt.example]",
                ],
                targets: "computer_use, vision, data_analysis, coding, reasoning_trace", offset: 5),
            note(
                "Cobalt", ["metadata: [\"vesper-*\", \"cob-grader-*\"]", "fingerprint: [\(card)]"],
                targets: "chain_of_thought, rubric_grading, censorship_rewrite", offset: 9),
            note(
                "Dolomite", ["asn: [64503]", "metadata: [\"dolo-*\"]"],
                targets: "coding, writing, chain_of_thought", offset: 5),
            note(
                "Ember", ["cidr: [\"2001:db8:fade::/48\"]", "email_domain: [ember.example]"],
                targets: "vision, data_analysis", offset: -3),
        ]
    }

    private static func note(_ name: String, _ indicators: [String], targets: String, offset: Int) -> Note {
        let head = [
            "name: \(name)", "aliases: [\"\(name) Labs\"]",
            "source: \"SYNTHETIC: invented for the quickstart case\"", "indicators:",
        ]
        let tail = ["targets: [\(targets)]", "working_hours_utc_offset: \(offset)"]
        return Note(file: "\(name.lowercased()).yaml", lines: head + indicators.map { "  " + $0 } + tail)
    }
}
