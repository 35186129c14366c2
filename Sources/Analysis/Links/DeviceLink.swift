import Casework

extension LinkRule {
    /// Signal: one device fingerprint on several accounts. Why: one machine, or one image copied to many. Innocent:
    /// library and office computers, popular phones with equal fingerprints, emulators of one vendor.
    static let device = LinkRule(
        "the same device", innocent: ["shared computers", "popular models can have equal fingerprints"]
    ) { $0.rawValue.hasPrefix("device") }
}
