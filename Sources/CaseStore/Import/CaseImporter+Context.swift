import Casework

/// Rows about the case rather than its accounts: events, terms, what is known of files, laboratories, partners.
extension CaseImporter {
    func pack(_ record: EventRecord, _ file: FileInHand) {
        file.pack(.event, at: record.position) {
            $0.integer(record.at.milliseconds)
            $0.text(record.kind.rawValue)
            $0.text(record.name)
            $0.text(record.detail)
            $0.text(record.actor)
        }
    }

    func pack(_ record: TermRecord, _ file: FileInHand) {
        file.pack(.term, at: record.position) {
            $0.integer(record.from.milliseconds)
            $0.integer(record.to)
            $0.text(record.clause)
            $0.text(record.text)
            $0.text(record.kind?.rawValue)
        }
    }

    func pack(_ record: ProvenanceRecord, _ file: FileInHand) {
        file.pack(.provenance, at: record.position) {
            $0.text(record.file)
            $0.text(record.sha256)
            $0.text(record.obtainedFrom)
            $0.integer(record.obtainedAt)
            $0.text(record.query)
            $0.text(record.coverage)
            $0.text(record.grade)
        }
    }

    func pack(_ description: CaseDescription, _ file: FileInHand) {
        file.pack(.caseDescription) {
            $0.integer(file.source)
            $0.integer(1)
            $0.text(description.title)
            $0.text(description.text)
            $0.integer(description.synthetic ? 1 : 0)
            $0.text(description.population.text)
            $0.integer(description.periodFrom)
            $0.integer(description.periodTo)
            $0.text(JSONValue.strings(description.restrictedCountries).text)
            $0.integer(description.clockOffsetSeconds)
        }
    }

    func pack(_ profile: LabProfile, _ file: FileInHand) throws {
        let body = try JSONColumn.encode(profile)
        file.pack(.profile) {
            $0.integer(file.source)
            $0.integer(1)
            $0.text(profile.name)
            $0.text(body)
        }
    }

    func pack(_ rules: RuleFileRecord, _ file: FileInHand) {
        file.packNumbered(.ruleFile) {
            $0.text(rules.file)
            $0.text(rules.text)
            $0.text(JSONValue.strings(rules.rules).text)
        }
    }

    func pack(_ record: IndicatorRecord, _ file: FileInHand) {
        file.pack(.indicator, at: record.position) {
            $0.text(record.id)
            $0.text(record.kind.rawValue)
            $0.text(record.value.string)
            $0.text(record.name)
            $0.text(record.partner)
            $0.text(record.actor)
            $0.text(record.grade)
            $0.integer(record.confidence)
            $0.integer(record.validFrom)
            $0.integer(record.validTo)
            $0.text(JSONValue.strings(record.markings).text)
        }
    }

    func pack(_ record: GeoRecord, _ file: FileInHand) {
        file.packNumbered(.geoRange) {
            $0.blob(record.range.address.high, record.range.address.low)
            $0.integer(Int(record.range.prefix))
            $0.text(record.range.description)
            $0.integer(record.asNumber)
            $0.text(record.asName)
            $0.text(record.country)
            $0.text(record.usage?.rawValue)
            $0.integer(record.userCount)
        }
    }
}
