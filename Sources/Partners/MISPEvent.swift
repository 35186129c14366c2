import Casework

/// Reads the attributes of one MISP event, those of its objects too.
///
/// What MISP says is not for detection (`to_ids` false) is kept as context: nothing is matched against it.
struct MISPEvent {
    private let event: JSONTree
    private let lines: LineIndex

    init(_ event: JSONTree, _ lines: LineIndex) {
        self.event = event
        self.lines = lines
    }

    /// An exported event, a list of them, or the answer of a search; nil for other JSON.
    static func events(in root: JSONTree) -> [JSONTree]? {
        if let event = root["Event"], event.isObject { return [event] }
        let list = root["response"]?.elements ?? root.elements
        let events = list.compactMap { $0["Event"] }.filter(\.isObject)
        return events.isEmpty ? nil : events
    }

    func add(to reading: inout IndicatorReading) {
        let own = event["Attribute"]?.elements ?? []
        let inner = (event["Object"]?.elements ?? []).flatMap { $0["Attribute"]?.elements ?? [] }
        for attribute in own + inner where attribute["deleted"]?.flag != true {
            guard let uuid = attribute["uuid"]?.text, let type = attribute["type"]?.text,
                let value = attribute["value"]?.text
            else {
                reading.rejects.append(reject(attribute))
                continue
            }
            reading.records.append(record(attribute, uuid, type, value))
        }
    }

    private func reject(_ attribute: JSONTree) -> Reject {
        let id = attribute["uuid"]?.text
        let raw = Array((id ?? attribute["value"]?.text ?? "attribute without uuid").utf8)
        return Reject(
            position: RowPosition(line: id.map { lines[$0] } ?? 1, offset: 0), reason: "bad_attribute",
            raw: Array(raw.prefix(Reject.longestRaw)))
    }

    private func record(_ attribute: JSONTree, _ uuid: String, _ type: String, _ value: String)
        -> IndicatorRecord
    {
        let isForDetection = attribute["to_ids"]?.flag ?? true
        let known = isForDetection ? Observable.misp(type: type, value: value) : nil
        let observable = known ?? Observable(.unmatched, "\(type): \(value)")
        var record = IndicatorRecord(
            position: RowPosition(line: lines[uuid], offset: 0), id: uuid, kind: observable.kind,
            value: ExactText(observable.value))
        let tags = MISPEvent.tags(event) + MISPEvent.tags(attribute)
        record.name = attribute["comment"]?.text ?? event["info"]?.text
        record.partner = event["Orgc"]?["name"]?.text ?? event["Org"]?["name"]?.text
        record.actor = MISPEvent.actors(tags)
        record.grade = AdmiraltyGrade(tags: tags).text
        record.validFrom = MISPEvent.time(attribute["first_seen"])
        record.validTo = MISPEvent.time(attribute["last_seen"])
        record.markings = Set(tags.filter { $0.lowercased().hasPrefix("tlp:") }.map { $0.lowercased() })
            .sorted()
        return record
    }

    private static func tags(_ tree: JSONTree) -> [String] {
        (tree["Tag"]?.elements ?? []).compactMap { $0["name"]?.text }
    }

    /// `misp-galaxy:threat-actor="Amber"`.
    private static func actors(_ tags: [String]) -> String? {
        let names = tags.filter { $0.hasPrefix("misp-galaxy:threat-actor=\"") && $0.hasSuffix("\"") }
            .map { String($0.dropFirst("misp-galaxy:threat-actor=\"".count).dropLast()) }
        return names.isEmpty ? nil : Set(names).sorted().joined(separator: ", ")
    }

    private static func time(_ value: JSONTree?) -> Timestamp? {
        value?.text.flatMap { Timestamp(rfc3339: $0) }
    }
}
