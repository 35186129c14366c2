/// How probable each sort of answer is before the evidence: set by hand, printed with every finding, settable.
///
/// Most campaigns found before were tied to a known lab, hardly any was a frame-up; a wrong name weighs more than a
/// missed one, so an actor whom no profile knows gets as much as all profiles together. The figures need not sum to
/// one: shares are taken.
public struct AttributionPriors: Sendable, Hashable {
    /// All profiles together, in equal parts.
    public var profiles = 0.40
    public var unknownActor = 0.40
    public var reseller = 0.10
    public var honest = 0.05
    public var falseFlag = 0.05

    /// Names that `set` knows.
    public static let names = ["profiles", "unknown", "reseller", "honest", "false-flag"]

    public init() {}

    /// Sets one by name.
    ///
    /// - Returns: false where the name is unknown or the value is not from 0 to 1.
    public mutating func set(_ name: String, _ value: Double) -> Bool {
        guard (0...1).contains(value) else { return false }
        switch name {
        case "profiles": profiles = value
        case "unknown": unknownActor = value
        case "reseller": reseller = value
        case "honest": honest = value
        case "false-flag": falseFlag = value
        default: return false
        }
        return true
    }

    /// In the order of `names`, summing to one; the defaults where all are 0.
    var shares: [Double] {
        let all = [profiles, unknownActor, reseller, honest, falseFlag].map { max(0, $0) }
        let sum = all.reduce(0, +)
        return sum > 0 ? all.map { $0 / sum } : AttributionPriors().shares
    }

    /// `0.4/0.4/0.1/0.05/0.05`, in the order of `names`: how settings are printed.
    var described: String { shares.map { "\(($0 * 1000).rounded() / 1000)" }.joined(separator: "/") }

    /// Reads what settings printed; nil for anything else.
    public init?(described text: String) {
        let figures = text.split(separator: "/").compactMap { Double($0) }
        guard figures.count == Self.names.count, figures.allSatisfy({ (0...1).contains($0) }) else {
            return nil
        }
        for (name, figure) in zip(Self.names, figures) { _ = set(name, figure) }
    }
}
