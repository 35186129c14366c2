/// People who enter a world together: everybody, or one sort of those who only look like an operation.
protocol Crowd: Sendable {
    /// What `lookalikes.csv` calls them.
    static var kind: String { get }

    /// Enrols about `count` accounts.
    func enter(_ registry: inout Registry, count: Int)
}

/// A crowd with the knob that says how many belong to it.
struct CrowdShare {
    let crowd: any Crowd
    let share: Knob

    /// Every sort of look-alike, in the order they enter.
    static let all: [CrowdShare] = [
        CrowdShare(crowd: CompanyCrowd(), share: .companyShare),
        CrowdShare(crowd: ClassCrowd(), share: .classShare),
        CrowdShare(crowd: SchoolCrowd(), share: .schoolShare),
        CrowdShare(crowd: ResellerCrowd(), share: .resellerShare),
        CrowdShare(crowd: EventCrowd(), share: .eventShare),
        CrowdShare(crowd: MobileCrowd(), share: .mobileShare),
        CrowdShare(crowd: PrivacyCrowd(), share: .privacyShare),
        CrowdShare(crowd: FrameworkCrowd(), share: .frameworkShare),
        CrowdShare(crowd: ProxyCrowd(), share: .proxyShare),
        CrowdShare(crowd: PrepaidCrowd(), share: .prepaidShare),
        CrowdShare(crowd: FamilyCrowd(), share: .familyShare),
        CrowdShare(crowd: AgencyCrowd(), share: .agencyShare),
        CrowdShare(crowd: HeavyCrowd(), share: .heavyShare),
        CrowdShare(crowd: ResearchCrowd(), share: .researchShare),
        CrowdShare(crowd: HourlyCrowd(), share: .hourlyShare),
    ]
}

extension Crowd {
    /// Sizes of groups that add up to `count`: log-normal around the median, each at least two where there is room.
    func sizes(_ count: Int, median: Double, _ random: inout SeededRandom) -> [Int] {
        var sizes: [Int] = []
        var left = count
        while left > 0 {
            let wanted = max(2, Int(random.heavy(median: median, spread: 0.5)))
            let size = left - wanted < 2 ? left : wanted
            sizes.append(size)
            left -= size
        }
        return sizes
    }

    /// The label of this crowd's accounts.
    func label(_ registry: inout Registry) -> UInt16 {
        registry.label(.lookAlike(kind: Self.kind))
    }
}
