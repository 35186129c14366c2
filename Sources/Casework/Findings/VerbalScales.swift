/// Words for figures, after published tables.
///
/// Likelihood ratios: ENFSI Guideline for Evaluative Reporting in Forensic Science (2015). Probabilities: ICD 203,
/// Analytic Standards (2015). The two answer different questions and never stand in one sentence.
public enum VerbalScales {
    /// One step of a printed scale.
    public struct Step: Sendable, Hashable {
        /// The least figure it is for: log2 of the ratio, or the probability.
        public var from: Double
        public var range: String
        public var words: String
    }

    /// ENFSI words for a log2 likelihood ratio.
    public static func support(_ bits: Double) -> String { word(supportSteps, bits) }

    /// ICD 203 words for a probability.
    public static func likelihood(_ probability: Double) -> String { word(likelihoodSteps, probability) }

    /// Of ENFSI, from log2 of the ratio.
    public static let supportSteps = [
        Step(from: -.infinity, range: "1 or less", words: "no support"),
        Step(from: 0.000_001, range: "1 to 10", words: "weak support"),
        Step(from: 3.321_928_094_887_362, range: "10 to 100", words: "moderate support"),
        Step(from: 6.643_856_189_774_724, range: "100 to 1,000", words: "moderately strong support"),
        Step(from: 9.965_784_284_662_087, range: "1,000 to 10,000", words: "strong support"),
        Step(from: 13.287_712_379_549_45, range: "10,000 to 1,000,000", words: "very strong support"),
        Step(from: 19.931_568_569_324_17, range: "1,000,000 and more", words: "extremely strong support"),
    ]

    /// Of ICD 203.
    public static let likelihoodSteps = [
        Step(from: -.infinity, range: "below .05", words: "almost no chance"),
        Step(from: 0.05, range: ".05 to .20", words: "very unlikely"),
        Step(from: 0.20, range: ".20 to .45", words: "unlikely"),
        Step(from: 0.45, range: ".45 to .55", words: "roughly even chance"),
        Step(from: 0.55, range: ".55 to .80", words: "likely"),
        Step(from: 0.80, range: ".80 to .95", words: "very likely"),
        Step(from: 0.95, range: ".95 and more", words: "almost certain"),
    ]

    private static func word(_ steps: [Step], _ figure: Double) -> String {
        steps.last { figure >= $0.from }?.words ?? ""
    }
}
