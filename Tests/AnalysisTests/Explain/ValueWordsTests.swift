import Casework
import Testing

@testable import Analysis

@Suite("Shared values in words")
struct ValueWordsTests {
    @Test("a sentence says what is shared and by how many others")
    func sentence() {
        let card = Artifact(kind: .payment, value: "pf-1")
        #expect(
            ValueWords.sentence(card, holders: 12)
                == "Both accounts were paid for with the same means of payment, pf-1; 10 other accounts of the case have it too."
        )
        #expect(ValueWords.sentence(card, holders: 2).hasSuffix("; no other account of the case has it."))
        #expect(ValueWords.sentence(card, holders: 3).hasSuffix("; 1 other account of the case has it too."))
    }

    @Test(
        "every kind has a sentence of its own",
        arguments: [
            (ArtifactKind.address, "used from the same address"),
            (.promptKey, "sent prompts of the same prompt frame"),
            (.signUp, "created within the same hour"), (.lockstep, "same two minutes"),
            (.organisation, "have the same organisation"),
        ] as [(ArtifactKind, String)])
    func kinds(_ kind: ArtifactKind, _ words: String) {
        #expect(ValueWords.sentence(Artifact(kind: kind, value: "v"), holders: 4).contains(words))
    }

    @Test("hostile values arrive as visible marks")
    func hostile() {
        let sentence = ValueWords.sentence(
            Artifact(kind: .payment, value: "a\u{1B}[2J\u{202E}\nb"), holders: 2)
        #expect(sentence.unicodeScalars.allSatisfy { !SafeOutput.isUnsafe($0.value) })
    }

    @Test("strength is a likelihood ratio with its ENFSI words, and no word for a probability")
    func strength() {
        let words = ValueWords.strength(5.9)
        #expect(
            words
                == "Finding this is about 60 times more probable if one hand runs both accounts than if not: moderate support on the ENFSI scale."
        )
        for step in VerbalScales.likelihoodSteps { #expect(!words.contains(" \(step.words) ")) }
        #expect(ValueWords.strength(0).hasSuffix("so it is not counted."))
        #expect(ValueWords.strength(0.05).hasPrefix("Finding this is hardly more probable"))
        #expect(ValueWords.strength(-4).contains("times less probable"))
    }

    @Test("the sentences on a link keep ratios and probabilities apart")
    func link() {
        var explanation = LinkExplanation(a: AccountID("a"), b: AccountID("b"), priorBits: -10)
        explanation.bits = 4
        explanation.probability = Bits(4).probability.value
        let sentences = LinkStrength.sentences(explanation)
        #expect(sentences[0].contains("ENFSI") && !sentences[0].contains("ICD"))
        #expect(sentences[1].contains("one pair of accounts in 1,024"))
        #expect(
            sentences[2].contains(".941") && sentences[2].contains("ICD") && !sentences[2].contains("ENFSI"))
    }
}
