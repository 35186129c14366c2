public import CaseStore
import Casework

/// Reads what people name to be left out of an analysis: kinds, families, sources, values.
public struct LeftOutNames {
    private let reader: CaseReader

    public init(_ reader: CaseReader) { self.reader = reader }

    /// One line as it is typed: `payment`, `means`, `source:3`, `KIND:VALUE`, several apart by commas.
    ///
    /// A line that names one value as a whole is that value, commas and all.
    /// - Throws: `WorkbenchError`; `StoreError`.
    public func read(line: String) throws -> WhatIfChoices {
        var choices = WhatIfChoices()
        let whole = Self.trimmed(line[...])
        if let artifact = Self.artifact(whole), try reader.holds(artifact) {
            choices.barred = [artifact]
            return choices
        }
        let names = whole.split(separator: ",").map(Self.trimmed).filter { !$0.isEmpty }
        for name in names { try add(name, to: &choices) }
        guard !choices.isEmpty else { throw WorkbenchError.nothingLeftOut }
        return choices
    }

    /// A family by its name, or else a kind of artifact.
    /// - Throws: `WorkbenchError.unknownName` for what the case does not have.
    public func addKind(_ name: String, to choices: inout WhatIfChoices) throws {
        if let family = EvidenceFamily(rawValue: name) {
            choices.families.insert(family)
            return
        }
        let kinds = try reader.artifactKinds() + LeftOutNames.derived
        guard kinds.contains(ArtifactKind(name)) else {
            let known = EvidenceFamily.allCases.map(\.rawValue) + Set(kinds).sorted().map(\.rawValue)
            throw WorkbenchError.unknownName(name, meant: NearestName.of(name, among: known), known: known)
        }
        choices.kinds.insert(ArtifactKind(name))
    }

    /// A value: `KIND:VALUE` or `artifact:KIND:VALUE`.
    /// - Throws: `WorkbenchError.notAValue`, `.unknownValue`.
    public func addValue(_ text: String, to choices: inout WhatIfChoices) throws {
        guard let artifact = Self.artifact(text) else { throw WorkbenchError.notAValue(text) }
        guard try reader.holds(artifact) else { throw WorkbenchError.unknownValue(text) }
        choices.barred.insert(artifact)
    }

    private func add(_ name: String, to choices: inout WhatIfChoices) throws {
        if let number = Self.source(name) {
            choices.sources.insert(number)
        } else if name.utf8.contains(UInt8(ascii: ":")) {
            try addValue(name, to: &choices)
        } else {
            try addKind(name, to: &choices)
        }
    }

    /// Kinds that the analysis makes itself.
    private static let derived: [ArtifactKind] = [.signUp, .lockstep]

    private static func source(_ name: String) -> Int? {
        name.hasPrefix("source:") ? Int(name.dropFirst("source:".count)) : nil
    }

    static func artifact(_ text: String) -> Artifact? {
        let rest = text.hasPrefix("artifact:") ? String(text.dropFirst("artifact:".count)) : text
        let parts = rest.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
        return Artifact(kind: ArtifactKind(parts[0]), value: ExactText(parts[1]))
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.utf8.first == UInt8(ascii: " ") { text.removeFirst() }
        while text.utf8.last == UInt8(ascii: " ") { text.removeLast() }
        return String(text)
    }
}
