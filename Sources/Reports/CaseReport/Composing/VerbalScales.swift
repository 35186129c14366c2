import Casework

/// Words for figures, after published tables.
///
/// Likelihood ratios: ENFSI Guideline for Evaluative Reporting in Forensic Science (2015). Probabilities: ICD 203,
/// Analytic Standards (2015). The two answer different questions and never stand in one sentence.
enum VerbalScales {
    /// ENFSI words for a log2 likelihood ratio.
    static func support(_ bits: Double) -> String { word(supportSteps) { bits >= $0 } }

    /// ICD 203 words for a probability.
    static func likelihood(_ probability: Double) -> String {
        word(likelihoodSteps) { probability >= $0 }
    }

    /// The tables as reports print them.
    static let printed = [
        CaseReport.VerbalScale(
            name: "Support by evidence (ENFSI 2015)", figure: "likelihood ratio",
            steps: supportSteps.map { CaseReport.VerbalScale.Step(range: $0.range, words: $0.words) }),
        CaseReport.VerbalScale(
            name: "Probability (ICD 203)", figure: "probability",
            steps: likelihoodSteps.map { CaseReport.VerbalScale.Step(range: $0.range, words: $0.words) }),
    ]

    private typealias Step = (from: Double, range: String, words: String)

    /// From log2 of the ratio.
    private static let supportSteps: [Step] = [
        (-Double.infinity, "1 or less", "no support"),
        (0.000_001, "1 to 10", "weak support"),
        (3.321_928_094_887_362, "10 to 100", "moderate support"),
        (6.643_856_189_774_724, "100 to 1,000", "moderately strong support"),
        (9.965_784_284_662_087, "1,000 to 10,000", "strong support"),
        (13.287_712_379_549_45, "10,000 to 1,000,000", "very strong support"),
        (19.931_568_569_324_17, "1,000,000 and more", "extremely strong support"),
    ]

    private static let likelihoodSteps: [Step] = [
        (-Double.infinity, "below .05", "almost no chance"),
        (0.05, ".05 to .20", "very unlikely"),
        (0.20, ".20 to .45", "unlikely"),
        (0.45, ".45 to .55", "roughly even chance"),
        (0.55, ".55 to .80", "likely"),
        (0.80, ".80 to .95", "very likely"),
        (0.95, ".95 and more", "almost certain"),
    ]

    private static func word(_ steps: [Step], _ isReached: (Double) -> Bool) -> String {
        steps.last { isReached($0.from) }?.words ?? ""
    }
}
