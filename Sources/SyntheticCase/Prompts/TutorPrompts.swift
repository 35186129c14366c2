/// Worked solutions and tutoring dialogues, ordered by the thousand from one frame.
enum TutorPrompts {
    static let frames = [dialogue, solution]

    private static let lists: [String: [String]] = [
        "topic": [
            "adding fractions with unlike denominators", "completing the square", "the pigeonhole principle",
            "similar triangles", "moles and grams",
            "free-body diagrams", "conditional probability", "recursion", "simple interest",
            "reading a velocity graph", "modular arithmetic",
        ],
        "age": ["11", "13", "14", "16", "17"],
        "error": [
            "guesses first and checks later", "forgets a case", "mixes up two words",
            "stops after the first step",
            "rounds too early", "copies a number wrongly",
        ],
        "pupil": ["Mika", "Tomas", "Ife", "Lena", "Ravi", "Noor", "Pia"],
    ]

    private static let dialogue = PromptFrame(
        "tutor-dialogue", tokens: (340, 900),
        prompts: [
            "TUTOR-GEN v3. Topic: «topic». Pupil: «p:pupil», «age», who «error». Write a dialogue of «8-14» turns in which the tutor never gives the answer away and every inference is said aloud.",
            "TUTOR-GEN v3. Topic: «topic». Pupil: «p:pupil», «age». Style: «patient|brisk|playful». «8-14» turns. The pupil «error» in turn 3 and finds it alone in turn «6-8». Spell out the tutor's reasoning in brackets.",
        ],
        responses: [
            "T: What do you see first, «p»? P: Two numbers. T: [Look at form, not at size.] Could the pieces be equal? P: No … oh.",
            "P: It is «7|12|24». T: [Right start, wrong road.] How would you convince your sister? P: I would draw it. T: Then draw.",
        ],
        lists: lists)

    private static let solution = PromptFrame(
        "tutor-solution", tokens: (280, 700),
        prompts: [
            "TUTOR-GEN v3 / solution. Topic: «topic». Make an exercise for age «age», solve it with every step justified in a full sentence, then list «2-4» wrong paths and why pupils take them.",
            "TUTOR-GEN v3 / solution. Topic: «topic», difficulty «1-5». Exercise, complete reasoning, check by a second method, one-line answer.",
        ],
        responses: [
            "Exercise: … Step 1: the total is known, so we divide, because each part is equal. … Wrong path: dividing by the larger number.",
            "Exercise, then: we look for a number that leaves «1-4» when divided by «5-9». Check by listing. Answer: «11-89».",
        ],
        lists: lists)
}
