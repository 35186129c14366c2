import CaseStore
import Casework

/// Fields that count values shared with many flagged accounts.
enum ConnectionFilter {
    static let hint =
        "To count values shared with flagged accounts, write their kind and a number: "
        + ConnectionField.usual.map(\.name).joined(separator: ", ") + ", payments_with_3_flagged …"

    /// - Throws: `CommandFailure` for a kind of which the case has no value, with the one that was probably meant.
    static func check(_ fields: [ConnectionField], _ reader: CaseReader) throws {
        let unusual = fields.filter { field in !ConnectionField.usual.contains { $0.kind == field.kind } }
        guard !unusual.isEmpty else { return }
        let kinds = try reader.artifactKinds()
        for field in unusual where !kinds.contains(field.kind) {
            let nearest = NearestName.of(field.kind.rawValue, among: kinds.map(\.rawValue)).map {
                " Did you mean \(ConnectionField(kind: ArtifactKind($0), least: field.least).name)?"
            }
            throw CommandFailure.usage(
                "\(field.name): the case has no values of the kind \(field.kind.rawValue).\(nearest ?? "") Kinds here: \(kinds.map(\.rawValue).joined(separator: ", "))."
            )
        }
    }
}
