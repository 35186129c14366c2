/// The small files of the folder: address ranges, events, terms, profiles, sources, and the note on the case.
struct WorldNotes {
    let world: GeneratedWorld
    let title: String

    struct File {
        let name: String
        let lines: [String]
    }

    /// - Parameter written: the files that are there already, for sources.csv.
    func files(after written: [String]) -> [File] {
        var files: [File] = []
        if !world.registry.knobs.says(.dropRanges) {
            files.append(File(name: "ip_ranges.csv", lines: ranges))
        }
        files.append(File(name: "events.csv", lines: events))
        files.append(File(name: "terms.csv", lines: TermsTable.lines))
        files += world.registry.labs.map(profile)
        files.append(File(name: "sources.csv", lines: sources(written + files.map(\.name))))
        files.append(File(name: "case.yaml", lines: note))
        return files
    }

    private var ranges: [String] {
        [TableText.row(RangesTable.header)]
            + world.registry.atlas.ranges.map {
                TableText.row([$0.network.text, "\($0.asn)", $0.name, $0.country, $0.usage.rawValue])
            }
    }

    private var events: [String] {
        let timeline = world.registry.timeline
        var rows = [
            [timeline.policy.text, "policy_change", "Identity verification", "SYNTHETIC", ""],
            [timeline.release.text, "model_release", Model.newest.rawValue, "All surfaces at once", ""],
        ]
        for (number, wave) in timeline.banWaves.enumerated() {
            rows.append([wave.text, "ban_wave", "Wave \(number + 1)", "SYNTHETIC", ""])
        }
        for (number, lab) in world.registry.labs.enumerated() {
            let day = timeline.at(0.15 + 0.2 * Double(number))
            rows.append([day.text, "roadmap", "\(lab.name) announces a model", "SYNTHETIC", lab.name])
        }
        rows.sort { $0[0].utf8.lexicographicallyPrecedes($1[0].utf8) }
        return ([EventsTable.header] + rows).map(TableText.row)
    }

    private func profile(_ lab: Lab) -> File {
        let cards = lab.fingerprints.map { fingerprint in
            var bytes: [UInt8] = []
            bytes.add("pf_")
            bytes.add(hex: fingerprint, digits: 12)
            return String(decoding: bytes, as: UTF8.self)
        }
        let lines = [
            "name: \(lab.name)", "aliases: [\"\(lab.name) Labs\"]",
            "source: \"SYNTHETIC: invented for a generated case\"", "indicators:",
            "  asn: [\(lab.number)]",
            "  metadata: [\(lab.handlePatterns.map { "\"\($0)\"" }.joined(separator: ", "))]",
            "  email_domain: [\(lab.domain)]", "  fingerprint: [\(cards.joined(separator: ", "))]",
            "targets: [\(lab.targets.map(\.rawValue).joined(separator: ", "))]",
            "working_hours_utc_offset: \(lab.offset)",
        ]
        return File(name: "profiles/\(lab.name.lowercased()).yaml", lines: lines)
    }

    private func sources(_ files: [String]) -> [String] {
        ["file,obtained_from,grade"]
            + files.map { TableText.row([$0, "Invented provider (SYNTHETIC)", "B2"]) }
    }

    private var note: [String] {
        let timeline = world.registry.timeline
        return [
            "title: \(TableText.json(title + " (SYNTHETIC)"))",
            "description: \"A generated world. Nobody in it exists; the labs are invented.\"",
            "synthetic: true", "population: \(Coverage.text(world.registry.knobs))",
            "period: {from: \(timeline.opening.text), to: \(timeline.closing.text)}",
            "restricted_countries: [XQ]",
        ]
    }
}
