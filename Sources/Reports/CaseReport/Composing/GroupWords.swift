import Casework

/// Explanations of a group in words.
enum GroupWords {
    /// As the complement of "if the group is …".
    static func hypothesis(_ kind: GroupKind) -> String {
        switch kind {
        case .campaign: "an extraction campaign"
        case .enterprise: "an enterprise or other organisation"
        case .reseller: "the customers of a declared reseller"
        case .household: "a family, household or agency"
        case .framework: "users of one framework"
        case .research: "permitted research"
        case .unexplained: "none of the explanations that were weighed"
        case .event: "a hackathon or other event"
        case .course: "a class or course"
        case .proxyCustomers: "customers of one proxy"
        case .sharedNetwork: "users of a shared network"
        }
    }

    static func family(_ family: EvidenceFamily) -> String {
        switch family {
        case .means: "means of payment and telephones"
        case .infrastructure: "addresses and networks"
        case .client: "devices and software"
        case .language: "prompt frames"
        case .time: "time"
        case .identity: "declared or recorded identity"
        }
    }

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
