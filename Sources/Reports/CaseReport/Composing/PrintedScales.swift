import Casework

extension CaseReport.VerbalScale {
    /// The tables behind the words, as reports print them.
    static let printed = [
        CaseReport.VerbalScale(
            name: "Support by evidence (ENFSI 2015)", figure: "likelihood ratio",
            steps: VerbalScales.supportSteps.map(Step.init)),
        CaseReport.VerbalScale(
            name: "Probability (ICD 203)", figure: "probability",
            steps: VerbalScales.likelihoodSteps.map(Step.init)),
    ]
}

extension CaseReport.VerbalScale.Step {
    fileprivate init(_ step: VerbalScales.Step) {
        self.init(range: step.range, words: step.words)
    }
}
