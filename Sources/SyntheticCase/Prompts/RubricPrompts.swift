/// Grading against a rubric: the use of a model as a judge, by an operation and by permitted researchers.
enum RubricPrompts {
    static let frames = [grade, evaluationGrade, evaluationProbe, paper]

    private static let works: [String: [String]] = [
        "bread": [
            "Because cold lets the starch crystallise, and that goes fastest a few degrees above freezing.",
            "Bread goes stale because it loses water, and a refrigerator is dry.",
            "I think it depends on many factors and there are several views one could take on it.",
        ],
        "climate": [
            "Weather is your mood today, climate is your character.",
            "Weather is short-term and climate is long-term, as experts agree.",
            "Weather is what you see from the window; climate is what you would bet on for next year.",
        ],
        "blood": [
            "Paying may crowd out people who give freely, and it may draw those who should not give.",
            "Yes. People are paid for everything else.", "No, because it is wrong.",
        ],
        "interval": [
            "Sort by start, walk once, extend the last interval or append a new one.",
            "Compare every interval with every other and join them until nothing changes.", "Use a library.",
        ],
        "tides": [
            "About twice as high, since the pull grows with the mass; the months would be shorter too.",
            "Tides would flood every coast and life would end.", "Nothing, tides come from the wind.",
        ],
        "breath": [
            "The moisture in your breath meets cold air and condenses into tiny drops.",
            "Because breath is hot.", "You see carbon dioxide, which is white when cold.",
        ],
        "item": [
            "Question: Why does bread go stale faster in the refrigerator?\nAnswer: «bread»",
            "Question: Explain the difference between weather and climate to a ten-year-old.\nAnswer: «climate»",
            "Question: Is it fair to pay people for donating blood?\nAnswer: «blood»",
            "Question: How would you merge overlapping intervals?\nAnswer: «interval»",
            "Question: What would happen to tides if the moon were twice as heavy?\nAnswer: «tides»",
            "Question: Why can you see your breath in winter?\nAnswer: «breath»",
        ],
        "duel": [
            "Q: Why does bread go stale faster in the refrigerator?\nA: «bread»\nB: «bread»",
            "Q: Explain the difference between weather and climate to a ten-year-old.\nA: «climate»\nB: «climate»",
            "Q: Is it fair to pay people for donating blood?\nA: «blood»\nB: «blood»",
            "Q: How would you merge overlapping intervals?\nA: «interval»\nB: «interval»",
            "Q: What would happen to tides if the moon were twice as heavy?\nA: «tides»\nB: «tides»",
        ],
        "question": [
            "Why does bread go stale faster in the refrigerator?",
            "Summarise the argument against compulsory voting.",
            "Is it fair to pay people for donating blood?", "Why can you see your breath in winter?",
            "What would happen to tides if the moon were twice as heavy?",
            "Why is a round number easier to remember?",
        ],
        "criterion": [
            "correctness of the final claim", "each step follows from the one before",
            "states what it does not know", "no padding",
            "would a teacher accept it", "uses the numbers given", "harmless and respectful",
        ],
    ]

    private static let grade = PromptFrame(
        "rubric-grade", tokens: (900, 260),
        prompts: [
            "Score the answer from 0 to 10 on each criterion, then one overall score. Output JSON only.\nRubric: (a) «criterion» (b) «criterion» (c) «criterion»\n"
                + "«item»",
            "You are the reward judge, batch «40-900». Compare A and B by the rubric; answer with A, B or TIE and a margin 1-5, then one sentence.\n"
                + "Rubric: «criterion»; «criterion».\n«duel»",
            "Grade strictly. Deduct 2 for every unsupported claim.\n«item»\nReturn {\"score\":…, \"deductions\":[…], \"rationale\":…}",
        ],
        responses: [
            "{\"a\":«2-10»,\"b\":«2-10»,\"c\":«2-10»,\"overall\":«2-10»}",
            "«A|B», margin «1-5». «It answers the question asked.|The other one asserts without showing.|Both say little, this one says it plainly.»",
            "{\"score\":«2-10»,\"deductions\":[«\"unsupported claim\"|»],\"rationale\":\"«correct but thin|says nothing that could be checked|clear and complete|right result, no reason»\"}",
        ],
        lists: works)

    private static let evaluationGrade = PromptFrame(
        "eval-grade", tokens: (850, 240),
        prompts: [
            "Open Evaluation Collective, study 7 (consented raters, protocol v3). Rate the reply for helpfulness, 1-7, and justify in one sentence.\n«item»",
            "Study 7, agreement check. A human rater gave this reply a «1-7». Would you? Give your rating first.\n«item»",
        ],
        responses: [
            "«2-7». «It answers the question asked and no other.|Fluent, but nothing in it can be checked.|Short and right.»",
            "I would give «3-6», «which is close to the human rating|since it is vague where it matters».",
        ],
        lists: works)

    private static let evaluationProbe = PromptFrame(
        "eval-probe", tokens: (400, 260),
        prompts: [
            "Benchmark item «100-2400», form «A|B|C». «question» Answer in at most two sentences.",
            "Paraphrase test: answer this as you would the original wording. «question»",
        ],
        responses: [
            "«Within ordinary conditions, yes; the two main reasons pull in the same direction.|In short: more of the first means less of the second.|It depends on one assumption, which the question leaves open.»",
            "«The same as for the usual wording: it follows from the definition.|Put that way the answer does not change.»",
        ], lists: works)

    private static let paper = PromptFrame(
        "paper-help", tokens: (700, 380),
        prompts: [
            "Tighten this paragraph of our methods section without changing a claim: we collected «400-3000» ratings from «20-90» raters and computed Krippendorff's alpha.",
            "Which test fits paired ordinal ratings from the same raters on «2-5» systems, and what sample size do reviewers expect?",
            "Draft a reply to reviewer 2, who asks why we did not use a larger prompt set. We had funds for «800-2400» items.",
        ],
        responses: [
            "We collected ratings from consenting raters and report Krippendorff's alpha with bootstrap intervals.",
            "Friedman for several systems, Wilcoxon signed-rank with a correction for pairs; report effect sizes.",
            "We thank the reviewer. The set was fixed in the registration; we now add a power analysis.",
        ])
}
