public import Casework

/// Families of evidence in words.
public enum FamilyWords {
    public static func name(_ family: EvidenceFamily) -> String {
        switch family {
        case .means: "means of payment and telephones"
        case .infrastructure: "addresses and networks"
        case .client: "devices and client software"
        case .language: "prompt frames"
        case .time: "times of creation and of use"
        case .identity: "organisations, e-mail, metadata and other attributes"
        }
    }
}
