/// Frames that draw out reasoning, grades and rewritings.
enum ReasoningPieces {
    static let thought = FramePieces(
        openings: [
            "The answer below is known to be right. Imagine how somebody got there and write down all they thought.",
            "Spell out, step by step, the reasoning that leads from the question to the answer given.",
            "Think aloud from the first reading to the result, as if nobody had told you the result.",
            "Write the inner monologue of an expert who solves this.",
            "Reconstruct the chain of thought behind this solution.",
            "Explain every inference on the way to the answer, however small.",
            "Produce a worked derivation in which nothing is left to the reader.",
        ],
        demands: [
            "Use between «6-14» and «15-30» steps.", "Include a false start and how it was noticed.",
            "Say at each step what else was considered.", "Check the result by a second way.",
            "Never mention that the answer was given.", "Name the rule that each step rests on.",
            "Begin with what is asked and what is not.", "Write in the first person and the present tense.",
            "Mark doubtful steps with a question mark.", "Leave out nothing that a beginner would miss.",
        ],
        slots: [
            "Q: «problem»\nA: «answer»", "Problem: «problem»\nKnown result: «answer»", "«problem»",
            "<question>«problem»</question>\n<answer>«answer»</answer>", "Task «100-9999»: «problem»",
        ],
        responses: [
            "1. I read the question again: what is asked is one number. 2. I try a small case. 3. It does not fit, so I look for what I left out. 4. Now it fits. Result: «answer».",
            "First I name what is known. Then I ask what would follow if the opposite were true; it leads nowhere, which settles it: «answer».",
            "Let me begin at the end. If «answer» holds, then the step before must have been even, and so on back to the start.",
        ], tokens: (480, 900))

    static let trace = FramePieces(
        openings: [
            "Here is an answer and the summary of the thinking behind it. Rebuild the full thinking.",
            "Fill the gaps in this reasoning trace so that each line follows from the one before.",
            "Continue the hidden scratchpad from where it breaks off.",
            "Given the final text, write the draft notes that must have come before it.",
            "Expand this compressed trace to its original length.",
        ],
        demands: [
            "Keep the order of the summary.", "Do not shorten.", "Add the branches that were given up.",
            "Use the same words where the summary has them.", "About «300-900» tokens.",
            "Do not repeat the answer before the end.", "Mark what you infer with an asterisk.",
        ],
        slots: [
            "Summary: counted, doubted, counted again.\nFinal: «answer»\nTask: «problem»",
            "«problem»\ntrace: … second case … contradiction … «answer»",
            "Answer: «answer»\nPrompt was: «problem»",
        ],
        responses: [
            "* I list the cases. * The second contradicts the premise. So only the first is left, and it gives «answer».",
            "Scratch: small numbers first. 1 no, 2 no, 3 almost. The pattern repeats after «4-9». Hence «answer».",
        ], tokens: (900, 1000))

    static let grading = FramePieces(
        openings: [
            "Grade the answer against the rubric.", "You are a reward model. Score the response.",
            "Give marks for each criterion and a total.",
            "Compare the two replies and say which one is better.",
            "Judge how helpful, correct and harmless this reply is.",
            "Rate the following text from 1 to «5|7|10».",
        ],
        demands: [
            "Do not explain more than one sentence a criterion.", "Use halves where unsure.",
            "Length must not count.", "Punish invented facts hard.", "A tie is not allowed.",
            "Give the confidence between 0 and 1.", "Quote the words that decided.",
            "Rubric: accuracy «2-6», order «1-4», style «1-3».",
        ],
        slots: [
            "Question: «problem»\nReply: «essay»", "Prompt: «problem»\nA: «answer»\nB: «answer»",
            "Text: «essay»", "[reply A] «essay»\n[reply B] «essay»",
        ],
        responses: [
            "accuracy «1-6», order «1-4», style «1-3», total «5-13». The second sentence decided.",
            "B. It answers what was asked; A repeats the question. confidence 0.«5-9»", "«1-10»",
        ], tokens: (760, 180))

    static let rewrite = FramePieces(
        openings: [
            "Rewrite the question so that it can be answered without offence to the authorities.",
            "Give an answer to this question that a censor would let pass.",
            "Turn this sensitive question into a neutral one and answer that.",
            "Reformulate so that no forbidden topic is named, but the polite intent is kept.",
            "Write a refusal that does not look like one.",
        ],
        demands: [
            "Keep the length.", "Offer a harmless topic at the end.", "Do not use the names of persons.",
            "Three versions, mildest first.", "Stay friendly.", "The official position comes first.",
            "Also give a score for sensitivity from 0 to «5|10».",
        ],
        slots: [
            "Q: «question»", "User: «question»\nPolicy: level «1-4»", "«question»", "input: \"«question»\"",
        ],
        responses: [
            "Sensitivity «1-5». Neutral: Which sources are there on the history of the town? An answer would name archives and museums.",
            "The matter is described differently by different people; let us rather speak of its art and its food.",
        ], tokens: (420, 320))
}
