import Casework

@testable import CaseStore

/// Rules, indicators and what an address database says, as Intake would give them.
extension Evidence {
    static func indicator(_ id: String, _ kind: IndicatorKind, _ value: String, line: Int) -> IndicatorRecord
    {
        IndicatorRecord(
            position: RowPosition(line: line, offset: line * 100), id: id, kind: kind,
            value: ExactText(value))
    }

    /// Every field filled.
    static func wholeIndicator() -> IndicatorRecord {
        var record = indicator("indicator--1", .emailDomain, "bad.example", line: 3)
        record.name = "a name"
        record.partner = "Partner"
        record.actor = "Lab"
        record.grade = "B2"
        record.confidence = 70
        record.validFrom = Timestamp(milliseconds: 10)
        record.validTo = Timestamp(milliseconds: 20)
        record.markings = ["tlp:amber", "tlp:green"]
        return record
    }

    static func geo(_ text: String, _ change: (inout GeoRecord) -> Void) -> GeoRecord? {
        AddressRange(text).map { range in
            var record = GeoRecord(range: range)
            change(&record)
            return record
        }
    }

    static func sample(_ id: String, _ account: String, _ prompt: String, line: Int) -> SampleRecord {
        var sample = SampleRecord(
            position: RowPosition(line: line, offset: line), account: AccountID(account),
            at: Timestamp(milliseconds: Int64(line)), prompt: prompt)
        sample.sampleID = ExactText(id)
        return sample
    }
}

extension CaseImporter {
    func takePartnerEvidence() throws {
        try take(.rules, "rules/a.yar") {
            try append(
                .rules(RuleFileRecord(file: "rules/a.yar", text: "rule one {}\n", rules: ["one", "two"])),
                rejects: [], faults: [])
        }
        try take(.indicators, "indicators/p.json") {
            try append(
                .indicators([
                    Evidence.wholeIndicator(), Evidence.indicator("i-2", .unmatched, "hash", line: 9),
                ]),
                rejects: [], faults: [])
        }
        try takeGeo("geo.mmdb", "198.18.0.0/16") {
            $0.country = "NL"
            $0.userCount = 3
        }
    }

    func takeGeo(_ file: String, _ range: String, _ change: (inout GeoRecord) -> Void) throws {
        try take(.geoip, file) {
            try append(
                .geo([Evidence.geo(range, change)].compactMap { $0 }), rejects: [], faults: [])
        }
    }
}
