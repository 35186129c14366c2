import Casework

/// Reads the indicators of a STIX 2.1 bundle.
///
/// Taken are `indicator` objects whose patterns are alternatives of plain comparisons. Names, partners and actors
/// come from the objects they refer to. Observables that no indicator speaks of are no accusation and are left.
struct STIXBundle {
    private(set) var reading = IndicatorReading()
    private let objects: [JSONTree]
    private let lines: LineIndex
    /// Object id → place of its newest version in `objects`.
    private var places: [String: Int] = [:]
    /// Indicator id → names of the actors it is tied to, sorted.
    private var actors: [String: [String]] = [:]
    private var revoked = 0

    private static let actorTypes: Set<String> = ["threat-actor", "intrusion-set", "campaign"]

    init(_ root: JSONTree, _ lines: LineIndex) {
        objects = root["objects"]?.elements ?? []
        self.lines = lines
        for (place, object) in objects.enumerated() {
            guard let id = object["id"]?.text else { continue }
            if let earlier = places[id], !isNewer(place, than: earlier) { continue }
            places[id] = place
        }
        findActors()
        for place in objects.indices { take(place) }
        if revoked > 0 { reading.note = "left out as revoked by the partner: \(revoked)" }
    }

    /// RFC 3339 times of one form compare as texts.
    private func isNewer(_ place: Int, than earlier: Int) -> Bool {
        (objects[place]["modified"]?.text ?? "") > (objects[earlier]["modified"]?.text ?? "")
    }

    private func object(_ id: String?) -> JSONTree? { id.flatMap { places[$0] }.map { objects[$0] } }

    private mutating func findActors() {
        for object in objects where object["type"]?.text == "relationship" {
            guard let from = object["source_ref"]?.text, let to = object["target_ref"]?.text,
                object["relationship_type"]?.text == "indicates",
                let actor = self.object(to), let type = actor["type"]?.text,
                STIXBundle.actorTypes.contains(type), let name = actor["name"]?.text
            else { continue }
            actors[from, default: []].append(name)
        }
        actors = actors.mapValues { $0.sorted() }
    }

    private mutating func take(_ place: Int) {
        let object = objects[place]
        guard object["type"]?.text == "indicator" else { return }
        guard let id = object["id"]?.text, let pattern = object["pattern"]?.text else {
            return reject(object)
        }
        guard places[id] == place else { return }
        if object["revoked"]?.flag == true { return revoked += 1 }
        let observables = observables(object, pattern)
        for observable in observables.isEmpty ? [Observable(.unmatched, pattern)] : observables {
            reading.records.append(record(object, id, observable))
        }
    }

    private mutating func reject(_ object: JSONTree) {
        let line = object["id"]?.text.map { lines[$0] } ?? 1
        let raw = Array((object["id"]?.text ?? "indicator without id").utf8.prefix(Reject.longestRaw))
        reading.rejects.append(
            Reject(position: RowPosition(line: line, offset: 0), reason: "bad_pattern", raw: raw))
    }

    private func observables(_ object: JSONTree, _ pattern: String) -> [Observable] {
        guard object["pattern_type"]?.text ?? "stix" == "stix",
            let comparisons = STIXPattern.alternatives(pattern)
        else { return [] }
        let found = comparisons.flatMap { comparison in
            comparison.values.map { Observable.stix(path: comparison.path, value: $0) }
        }
        // A pattern of which a part cannot be looked up is still true where another part is.
        return found.compactMap { $0 }
    }

    private func record(_ object: JSONTree, _ id: String, _ observable: Observable) -> IndicatorRecord {
        var record = IndicatorRecord(
            position: RowPosition(line: lines[id], offset: 0), id: id, kind: observable.kind,
            value: ExactText(observable.value))
        record.name = object["name"]?.text
        record.partner = self.object(object["created_by_ref"]?.text)?["name"]?.text
        record.actor = actors[id]?.joined(separator: ", ")
        record.confidence = object["confidence"]?.number.flatMap { (0...100).contains($0) ? Int($0) : nil }
        record.validFrom = object["valid_from"]?.text.flatMap { Timestamp(rfc3339: $0) }
        record.validTo = object["valid_until"]?.text.flatMap { Timestamp(rfc3339: $0) }
        record.markings = markings(object)
        record.grade = grade(object)
        return record
    }

    private func markings(_ object: JSONTree) -> [String] {
        let references = object["object_marking_refs"]?.elements.compactMap(\.text) ?? []
        let names = references.map { reference -> String in
            let name = self.object(reference)?["name"]?.text ?? STIXBundle.tlp[reference] ?? reference
            return name.lowercased()
        }
        return Set(names).sorted()
    }

    /// Admiralty grade by label, as MISP's converter writes it.
    private func grade(_ object: JSONTree) -> String? {
        AdmiraltyGrade(tags: object["labels"]?.elements.compactMap(\.text) ?? []).text
    }

    /// The fixed marking definitions of STIX 2.1, part 7.2.1.4.
    private static let tlp = [
        "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9": "tlp:white",
        "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da": "tlp:green",
        "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82": "tlp:amber",
        "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed": "tlp:red",
    ]
}
