import Casework
import Reports
import Testing

@Suite struct WordingCheckTests {
    private func faults(_ text: String) -> [WordingCheck.Finding.Fault] {
        WordingCheck.findings(in: text).map(\.fault)
    }

    @Test(
        "Words of certainty are flagged",
        arguments: [
            "This proves who did it.", "They are guilty.", "It is certainly Amber.", "The proof is in row 7.",
            "It is certain that one operation runs them.",
        ])
    func certainty(_ sentence: String) { #expect(faults(sentence) == [.certainty]) }

    @Test("A verdict on evidence and a probability in one sentence are flagged, in two they are not")
    func mixed() {
        #expect(faults("There is strong support, so it is very likely Amber.") == [.mixedScales])
        #expect(faults("We have high confidence that it is likely.") == [.mixedScales])
        #expect(faults("There is strong support. It is very likely Amber.") == [])
    }

    @Test("The transposed ratio is flagged, the right one is not")
    func transposed() {
        #expect(
            faults("Given the evidence, it is 100 times more probable that Amber is behind it.") == [
                .transposed
            ])
        #expect(faults("It is 40 times more likely that they are one.") == [.transposed])
        #expect(
            faults("The evidence is 100 times more probable if Amber is behind it than if nobody is.") == [])
    }

    @Test("Words of the tables are no certainty")
    func almost() {
        #expect(faults("That is almost certain on the ICD 203 scale.") == [])
        #expect(faults("Uncertain weights, improved roofs.") == [])
    }

    @Test("Our own reports have no fault")
    func ours() {
        for facts in [ReportWorld.facts(), ReportWorld.fullFacts()] {
            #expect(WordingCheck.findings(in: ReportWorld.report(facts)) == [])
        }
        let empty = ReportFacts(overview: CaseOverview(title: "", synthetic: false, population: "all"))
        #expect(WordingCheck.findings(in: ReportWorld.report(empty)) == [])
    }

    @Test("A fault in a reason of the analysis is found in the report")
    func found() {
        var facts = ReportWorld.facts()
        facts.groups[0].notes = ["This proves it."]
        #expect(WordingCheck.findings(in: ReportWorld.report(facts)).map(\.fault) == [.certainty])
    }
}
