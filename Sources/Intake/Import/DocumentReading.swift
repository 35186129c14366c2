import Casework

/// Reads files that are taken as a whole: the case, profiles, rules, indicators.
struct DocumentReading {
    let sink: any EvidenceSink
    /// What the case says of itself so far.
    let described: CaseDescription?
    let checks: ForeignChecks?
    let monitor: FileMonitor

    /// - Throws: `FileFailure`, what the sink throws.
    func read(_ file: ReceivedFile, named name: String, _ table: EvidenceTable) throws -> FileReading.Note {
        switch table {
        case .caseDescription: try readCase(file)
        case .profile: try readProfile(file)
        case .rules: try readRules(file, name)
        case .indicators: try readIndicators(file, name)
        default: FileReading.Note()
        }
    }

    private func readCase(_ file: ReceivedFile) throws -> FileReading.Note {
        let read = try CaseDescriptionReading.read(try WholeFile.read(file, limitBytes: Limits.yamlBytes))
        var note = FileReading.Note(description: read.case)
        if described != nil { note.text = "replaces the case.yaml before it" }
        try sink.append(.caseDescription(read.case), rejects: [], faults: [])
        monitor.count(rows: 1, rejects: [], faults: [])
        return noted(note, unknown: read.unknown)
    }

    private func readProfile(_ file: ReceivedFile) throws -> FileReading.Note {
        let read = try ProfileReading.read(try WholeFile.read(file, limitBytes: Limits.yamlBytes))
        try sink.append(.profile(read.profile), rejects: [], faults: [])
        monitor.count(rows: 1, rejects: [], faults: [])
        return noted(FileReading.Note(), unknown: read.unknown)
    }

    private func noted(_ note: FileReading.Note, unknown: [String]) -> FileReading.Note {
        guard !unknown.isEmpty else { return note }
        var note = note
        let words = "not known and not read: " + unknown.prefix(8).joined(separator: ", ")
        note.text = note.text.map { $0 + "; " + words } ?? words
        return note
    }

    private func readRules(_ file: ReceivedFile, _ name: String) throws -> FileReading.Note {
        let bytes = try WholeFile.read(file, limitBytes: Limits.ruleBytes)
        guard bytes.withUnsafeBufferPointer({ UTF8Check.isValid($0) }) else {
            throw FileFailure.check(line: YAMLText.lineOfBadEncoding(bytes), "not UTF-8")
        }
        guard let checks else { throw FileFailure.check(line: nil, "rules are not read by this program") }
        let text = String(decoding: bytes, as: UTF8.self)
        let rules = try DocumentReading.checked { () throws(FileCheckFailure) in try checks.rules(text, name)
        }
        try sink.append(
            .rules(RuleFileRecord(file: name, text: text, rules: rules)), rejects: [], faults: [])
        monitor.count(rows: 1, rejects: [], faults: [])
        return FileReading.Note()
    }

    private func readIndicators(_ file: ReceivedFile, _ name: String) throws -> FileReading.Note {
        let bytes = try WholeFile.read(file, limitBytes: Limits.indicatorBytes)
        guard let checks else {
            throw FileFailure.check(line: nil, "indicators are not read by this program")
        }
        let read = try DocumentReading.checked { () throws(FileCheckFailure) in
            try checks.indicators(bytes, name)
        }
        try sink.append(.indicators(read.records), rejects: read.rejects, faults: [])
        monitor.count(rows: read.records.count, rejects: read.rejects, faults: [])
        return FileReading.Note(text: read.note)
    }

    private static func checked<Value>(_ check: () throws(FileCheckFailure) -> Value) throws -> Value {
        do {
            return try check()
        } catch {
            throw FileFailure.check(line: error.line, SafeOutput.brief(error.problem, limit: 300))
        }
    }
}
