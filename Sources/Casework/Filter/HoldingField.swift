/// The field of accounts that names one value: `holds:payment:pf_81c0` keeps the accounts that hold it.
///
/// The value is exact, case and all; patterns and comparisons make no sense for it.
public enum HoldingField {
    public static let name = "holds"
    public static let column = FieldDescription(name, .text)

    /// The value that the text of a condition names as `KIND:VALUE`; nil where it names none.
    public static func artifact(_ text: String) -> Artifact? {
        let bytes = Array(text.utf8)
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 0, colon < bytes.count - 1 else {
            return nil
        }
        let kind = String(decoding: bytes[..<colon], as: UTF8.self)
        let value = String(decoding: bytes[(colon + 1)...], as: UTF8.self)
        return Artifact(kind: ArtifactKind(kind), value: ExactText(value))
    }

    /// The condition that keeps the holders of a value.
    public static func filter(_ artifact: Artifact) -> Filter {
        let text = "\(artifact.kind.rawValue):\(artifact.value.string)"
        return .field(name, .matches(pattern: text, isGlob: false))
    }
}

extension Filter {
    /// The texts of all conditions on `holds`, in order, as they stand.
    public var heldTexts: [String] {
        switch self {
        case .everything, .contains: []
        case .all(let parts), .any(let parts): parts.flatMap(\.heldTexts)
        case .not(let part): part.heldTexts
        case .field(HoldingField.name, .matches(let text, false)): [text]
        case .field: []
        }
    }
}
