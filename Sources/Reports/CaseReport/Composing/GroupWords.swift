import Casework

/// Terms, signals and hypotheses of attribution in words.
enum GroupWords {
    static func term(_ kind: TermKind) -> String {
        switch kind {
        case .region: "use from a country where the service is not offered"
        case .resale: "resale of access"
        case .identity: "unverified identity"
        case .automatedExtraction: "automated extraction"
        case .competingModel: "training of a competing model"
        }
    }

    static func basis(_ basis: AccessViolation.Basis) -> String {
        switch basis {
        case .declaredCountry: "as the account declares"
        case .addressCountry: "by the country of its addresses"
        }
    }

    static func signal(_ kind: SignalFinding.Kind) -> String {
        switch kind {
        case .synchrony: "synchrony"
        case .loadBalancing: "load balancing"
        case .signUpBurst: "sign-up burst"
        case .replacement: "replacement after bans"
        case .regionViolation: "use from restricted countries"
        case .releasePivot: "move to a new model"
        }
    }

    /// The name of a hypothesis of attribution in "if … is behind the campaign".
    static func actor(_ hypothesis: CaseReport.Hypothesis) -> String {
        switch hypothesis.kind {
        case .profile: hypothesis.name
        case .unknownActor: "an actor who is in none of the profiles"
        case .resellerForSeveral: "a reseller who works for several"
        case .honestOrganisation: "an honest organisation"
        case .falseFlag: "somebody who wants to point at another"
        }
    }
}
