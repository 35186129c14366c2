import Casework
import Terminal

extension GroupKind {
    /// The kind in one or two words.
    var words: String {
        switch self {
        case .campaign: "campaign"
        case .enterprise: "enterprise"
        case .reseller: "reseller"
        case .household: "household"
        case .framework: "framework"
        case .research: "research"
        case .unexplained: "unexplained"
        case .event: "event"
        case .course: "class"
        case .proxyCustomers: "one proxy"
        case .sharedNetwork: "one network"
        }
    }

    /// The kind as an explanation in a sentence of its own.
    var sentence: String {
        switch self {
        case .campaign: "extraction campaign"
        case .enterprise: "enterprise or organisation"
        case .reseller: "customers of a declared reseller"
        case .household: "family, household or agency"
        case .framework: "users of one framework"
        case .research: "permitted research"
        case .unexplained: "nothing that is known"
        case .event: "hackathon or other event"
        case .course: "class or course"
        case .proxyCustomers: "customers of one proxy"
        case .sharedNetwork: "users of a shared network"
        }
    }

    /// Only a campaign is an accusation.
    var style: Style {
        switch self {
        case .campaign: .warning
        case .unexplained: .muted
        default: .innocent
        }
    }
}

extension GroupRow {
    /// Who it is attributed to and how sure that is.
    var attributionWords: String {
        guard kind == .campaign else { return "not accused" }
        guard extractionProbability != nil else { return "accusation withheld" }
        guard let actor else { return "unattributed" }
        guard let probability = attributionProbability else { return actor }
        return "\(actor), \(Figures.verbal(probability))"
    }

    /// First and last day.
    var periodWords: String {
        guard let firstAt, let lastAt else { return "no activity" }
        return "\(firstAt.day) … \(lastAt.day)"
    }
}
