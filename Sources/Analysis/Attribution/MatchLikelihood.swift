import Foundation

/// How much oftener a campaign of a lab shows so many matches with the lab's indicator than somebody else's campaign.
///
/// k of n members match. Of a campaign of the lab the share of matches is unknown beforehand: beta-binomial with
/// `shares` (half a share of .25 on average, small and large ones possible), but for the chance `silence` that the
/// indicator says nothing, when it looks like anybody's. Anybody's campaign is a mixture: the background as counted
/// outside (beta-binomial after Jeffreys); a few matches brought in by customers whose requests pass through, or by a
/// wrong member (`passing`); and, at the chance μ, a match for another reason on any number of accounts. μ is what the
/// rule's `mostBits` stands for, more where the indicator is common outside or lies in exits that many share, since
/// then somebody else's campaign sits there easily. So absence counts too, thin matches count little, no number of
/// matches counts for more than `mostBits`, and a match that everybody has counts for nothing.
///
/// Source: beta-binomial marginals as in forensic database matching (Taroni et al., Data Analysis in Forensic Science,
/// 2010, chapters 4 and 6); the constants are set by hand and perturbed for the interval (`Assumptions`).
struct MatchLikelihood: Sendable {
    /// Members that match and members of whom such values are known; whole numbers but in perturbed draws.
    var matched: Double
    var known: Double
    /// The same of everybody else, in accounts of the population.
    var outside: Double
    var knownOutside: Double
    /// Share of the matched values that lie in shared exits.
    var sharedExits = 0.0

    static let shares = (0.5, 1.5)
    static let passing = (0.5, 25.0)
    static let passingChance = 0.05
    static let sharedExitChance = 0.1
    /// No match is commoner for other reasons than this.
    static let mostChance = 0.5

    /// log2 likelihood ratio, at most about `mostBits`. O(1).
    func bits(mostBits: Double, silence: Double, passing factor: Double = 1) -> Double {
        guard known >= 1 else { return 0 }
        let usual = (outside + 0.5) / (knownOutside + 1)
        let other = min(
            Self.mostChance, (1 - silence) * exp2(-mostBits) + usual + Self.sharedExitChance * sharedExits)
        let some = min(0.5, Self.passingChance * factor)
        let lab = logMarginal(Self.shares)
        let background = logMarginal((outside + 0.5, max(0.5, knownOutside - outside + 0.5)))
        let top = max(lab, background)
        let anybody =
            max(0, 1 - other - some) * exp(background - top) + some * exp(logMarginal(Self.passing) - top)
            + other * exp(lab - top)
        return log2(silence + (1 - silence) * exp(lab - top) / anybody)
    }

    /// ln of the beta-binomial probability without the binomial coefficient, which all terms share.
    private func logMarginal(_ beta: (Double, Double)) -> Double {
        logBeta(matched + beta.0, max(0, known - matched) + beta.1) - logBeta(beta.0, beta.1)
    }

    private func logBeta(_ a: Double, _ b: Double) -> Double {
        logGamma(a) + logGamma(b) - logGamma(a + b)
    }
}

/// ln Γ(x) for x > 0: Stirling's series after the argument is raised to 10, about 1e-13 right. Written out because
/// the C library's keeps a sign in a global.
func logGamma(_ x: Double) -> Double {
    var (x, product) = (x, 1.0)
    while x < 10 {
        product *= x
        x += 1
    }
    let square = 1 / (x * x)
    let series = (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680))) / x
    return (x - 0.5) * log(x) - x + 0.5 * log(2 * Double.pi) + series - log(product)
}
