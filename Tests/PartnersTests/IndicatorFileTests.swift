import Casework
import TestSupport
import Testing

@testable import Partners

@Suite struct IndicatorFileTests {
    private func read(_ text: String) throws -> IndicatorReading { try IndicatorFile.read(Array(text.utf8)) }

    private let bundle = """
        {"type": "bundle", "id": "bundle--1", "objects": [
         {"type": "identity", "id": "identity--1", "name": "Delta Models"},
         {"type": "threat-actor", "id": "threat-actor--1", "name": "Amber"},
         {"type": "indicator", "id": "indicator--1", "created_by_ref": "identity--1", "name": "exit",
          "pattern": "[ipv4-addr:value = '192.0.2.7']", "pattern_type": "stix", "confidence": 80,
          "valid_from": "2026-01-05T10:00:00Z", "valid_until": "2026-02-05T10:00:00Z",
          "object_marking_refs": ["marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da"],
          "labels": ["admiralty-scale:source-reliability=\\"b\\"", "admiralty-scale:information-credibility=\\"2\\""]},
         {"type": "relationship", "id": "relationship--1", "relationship_type": "indicates",
          "source_ref": "indicator--1", "target_ref": "threat-actor--1"}
        ]}
        """

    @Test("An indicator of a bundle comes with partner, actor, grade, confidence, validity and marking")
    func stix() throws {
        let record = try #require(try read(bundle).records.first)
        #expect(record.kind == .network)
        #expect(record.value.string == "192.0.2.7")
        #expect(record.position.line == 4)
        #expect(record.partner == "Delta Models")
        #expect(record.actor == "Amber")
        #expect(record.grade == "B2")
        #expect(record.confidence == 80)
        #expect(record.validFrom == Timestamp(rfc3339: "2026-01-05T10:00:00Z"))
        #expect(record.validTo == Timestamp(rfc3339: "2026-02-05T10:00:00Z"))
        #expect(record.markings == ["tlp:green"])
    }

    @Test("A pattern that cannot be matched is kept, and says so")
    func unmatched() throws {
        let text = bundle.replacingPattern("[file:hashes.MD5 = 'd41d8cd98f00b204e9800998ecf8427e']")
        let record = try #require(try read(text).records.first)
        #expect(record.kind == .unmatched)
        #expect(record.value.string.contains("file:hashes"))
    }

    @Test("A custom object carries what STIX has no object for")
    func custom() throws {
        let record = try #require(
            try read(bundle.replacingPattern("[x-payment:value = 'pf_1']")).records.first)
        #expect(record.kind == .payment)
        #expect(record.value.string == "pf_1")
    }

    @Test("An indicator that the partner revoked is left out, and that is said")
    func revoked() throws {
        let text = bundle.replacing("\"confidence\": 80", with: "\"revoked\": true")
        let reading = try read(text)
        #expect(reading.records.isEmpty)
        #expect(reading.note == "left out as revoked by the partner: 1")
    }

    @Test("An indicator without a pattern is rejected with its line")
    func noPattern() throws {
        let reading = try read(
            "{\"type\":\"bundle\",\"objects\":[\n{\"type\":\"indicator\",\"id\":\"indicator--9\"}]}")
        #expect(reading.rejects.map(\.position.line) == [2])
        #expect(reading.rejects.map(\.reason) == ["bad_pattern"])
    }

    @Test("Of two versions of an indicator the newer counts")
    func versions() throws {
        let text = """
            {"type":"bundle","objects":[
            {"type":"indicator","id":"i--1","modified":"2026-01-02T00:00:00Z","pattern":"[x-device:value = 'new']"},
            {"type":"indicator","id":"i--1","modified":"2026-01-01T00:00:00Z","pattern":"[x-device:value = 'old']"}]}
            """
        #expect(try read(text).records.map(\.value.string) == ["new"])
    }

    @Test("Attributes of a MISP event and of its objects are read")
    func misp() throws {
        let text = """
            {"Event": {"uuid": "e", "info": "Sighting", "Orgc": {"name": "Delta"},
             "Tag": [{"name": "tlp:amber"}, {"name": "misp-galaxy:threat-actor=\\"Basalt\\""}],
             "Attribute": [
              {"uuid": "a1", "type": "ip-src", "value": "198.51.100.9", "to_ids": true},
              {"uuid": "a2", "type": "AS", "value": "AS64500", "to_ids": true},
              {"uuid": "a3", "type": "ip-dst", "value": "198.51.100.1", "to_ids": false}],
             "Object": [{"Attribute": [{"uuid": "a4", "type": "domain", "value": "Mail.EXAMPLE"}]}]}}
            """
        let records = try read(text).records
        #expect(records.map(\.kind) == [.network, .asn, .unmatched, .emailDomain])
        #expect(
            records.map(\.value.string) == ["198.51.100.9", "64500", "ip-dst: 198.51.100.1", "mail.example"])
        #expect(records[0].partner == "Delta")
        #expect(records[0].actor == "Basalt")
        #expect(records[0].markings == ["tlp:amber"])
        #expect(records.map(\.position.line) == [4, 5, 6, 7])
    }

    @Test("JSON that breaks off names the line")
    func broken() {
        #expect(
            throws: IndicatorFileError.notJSON(line: 2, what: "Unexpected end of file during JSON parse.")
        ) {
            try read("{\"type\":\"bundle\",\n")
        }
    }

    @Test("JSON of another form is refused", arguments: ["[]", "{}", "3", "{\"type\":\"report\"}"])
    func otherForm(_ text: String) {
        #expect(throws: IndicatorFileError.unknownForm) { try read(text) }
    }

    @Test("Whatever a file holds, reading it ends")
    func hostile() {
        var random = SeededRandom(seed: 41)
        for _ in 0..<300 {
            let value = random.hostileText(limit: 60, letters: "[]'=(){}\":, \\OR")
            let escaped = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            let text =
                "{\"type\":\"bundle\",\"objects\":[{\"type\":\"indicator\",\"id\":\"x\",\"pattern\":\"\(escaped)\"}]}"
            let reading = try? IndicatorFile.read(Array(text.utf8))
            #expect(reading.map { $0.records.count + $0.rejects.count >= 0 } ?? true)
        }
        #expect(throws: IndicatorFileError.self) { try read(String(repeating: "[", count: 100_000)) }
    }
}

extension String {
    fileprivate func replacingPattern(_ pattern: String) -> String {
        replacing("[ipv4-addr:value = '192.0.2.7']", with: pattern)
    }
}
