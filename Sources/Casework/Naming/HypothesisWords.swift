/// Explanations of a group in words.
public enum HypothesisWords {
    /// As the complement of "the group is …" or "may be …".
    public static func complement(_ kind: GroupKind) -> String {
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
}
