/// Families of evidence in words.
public enum FamilyWords {
    public static func name(_ family: EvidenceFamily) -> String {
        switch family {
        case .means: "means of payment and telephones"
        case .infrastructure: "addresses and networks"
        case .client: "devices and software"
        case .language: "prompt frames"
        case .time: "time"
        case .identity: "declared or recorded identity"
        }
    }
}
