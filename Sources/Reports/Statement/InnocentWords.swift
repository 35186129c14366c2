import Casework

/// Sorts of facts in words for the holder of an account: what was recorded, and how it can come about innocently.
enum InnocentWords {
    /// The beginning of a sentence that a value ends.
    static func subject(_ kind: ArtifactKind) -> String {
        switch kind {
        case .payment: return "Paid for with the means of payment"
        case .address: return "Used from the address"
        case .network: return "Used from the network"
        case .promptKey: return "Sent prompts of the frame"
        case .template: return "Sent prompts of the form"
        case .signUp: return "Created within the hour from"
        case .lockstep: return "Sent prompts of one frame in the same two minutes as others, from"
        case .emailDomain: return "Registered with the e-mail domain"
        case .emailHash: return "Registered with the e-mail address"
        case .organisation: return "Registered for the organisation"
        default: return byFamily(kind)
        }
    }

    private static func byFamily(_ kind: ArtifactKind) -> String {
        if kind.rawValue.hasPrefix("phone") { return "Registered with the telephone" }
        let name = kind.rawValue.split(separator: "_").joined(separator: " ")
        switch kind.family {
        case .means: return "Registered with the \(name)"
        case .client: return "Used with the \(name)"
        default: return "Recorded with the \(name)"
        }
    }

    static func reasons(_ kind: ArtifactKind) -> [String] {
        switch kind {
        case .payment:
            ["one person, family or office pays for several accounts", "a reseller pays for its customers"]
        case .signUp: ["a launch day, a class or an event makes people sign up together"]
        case .lockstep: ["a scheduled job, or a class told to start, makes people act together"]
        default: byFamily(kind.family)
        }
    }

    private static func byFamily(_ family: EvidenceFamily) -> [String] {
        switch family {
        case .means: ["a family or an office shares one telephone"]
        case .infrastructure:
            ["an office, campus, carrier, VPN or proxy puts many strangers behind one address"]
        case .client:
            ["a computer is shared", "popular devices and common software have the same fingerprint"]
        case .language: ["a framework, a course or a published prompt is used by many"]
        case .time: ["people act at the same time for reasons of their own"]
        case .identity:
            [
                "people of one organisation have it in common",
                "a library fills it in for everybody who uses it",
            ]
        }
    }
}
