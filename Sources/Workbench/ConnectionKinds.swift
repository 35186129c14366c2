public import CaseStore
public import Casework

/// Fields that count values shared with flagged accounts, held against the kinds that the case has.
public enum ConnectionKinds {
    /// - Throws: `WorkbenchError.unknownKind` for a kind of which the case has no value, with the field that was
    ///   probably meant; a misspelt kind would else count nothing and say so of every account.
    public static func check(_ fields: [ConnectionField], _ reader: CaseReader) throws {
        let unusual = fields.filter { field in !ConnectionField.usual.contains { $0.kind == field.kind } }
        guard !unusual.isEmpty else { return }
        let kinds = try reader.artifactKinds()
        for field in unusual where !kinds.contains(field.kind) {
            let meant = NearestName.of(field.kind.rawValue, among: kinds.map(\.rawValue)).map {
                ConnectionField(kind: ArtifactKind($0), least: field.least).name
            }
            throw WorkbenchError.unknownKind(
                field: field.name, kind: field.kind.rawValue, meant: meant, known: kinds.map(\.rawValue))
        }
    }
}
