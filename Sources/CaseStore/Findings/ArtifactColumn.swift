import Casework

/// Values as a JSON column: `[{"kind":…,"value":…},…]`.
enum ArtifactColumn {
    static func write(_ artifacts: [Artifact], to json: inout JSONBytes) {
        json.list(artifacts) { json, artifact in
            json.append("{\"kind\":")
            json.text(artifact.kind.rawValue)
            json.append(",\"value\":")
            json.text(artifact.value.string)
            json.mark("}")
        }
    }

    /// Texts without escapes, which are nearly all, are taken as they lie between the quotes.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>) throws -> [Artifact] {
        let parts = bytes.split(separator: quote, omittingEmptySubsequences: false)
        guard !bytes.contains(backslash), parts.count % partsPerArtifact == 1 else {
            return try JSONColumn.decode(String(decoding: bytes, as: UTF8.self))
        }
        return stride(from: 0, to: parts.count - 1, by: partsPerArtifact).map { start in
            Artifact(
                kind: ArtifactKind(String(decoding: parts[start + 3], as: UTF8.self)),
                value: ExactText(String(decoding: parts[start + 7], as: UTF8.self)))
        }
    }

    /// Four texts in quotes, and what lies before each.
    private static let partsPerArtifact = 8
    private static let quote = UInt8(ascii: "\"")
    private static let backslash = UInt8(ascii: "\\")
}
