/// Eliciting chains of thought, and later the rebuilding of hidden reasoning from its traces.
enum ReasoningPrompts {
    static let frames = [elicit, compare, rebuild]

    private static let problems: [String: [String]] = [
        "task": [
            "A shop sells pens at «3-9» for 4 and pencils at «2-7» for 6; what is the most pieces one can buy with 60?\n«given»: «a:41-96» pieces",
            "Three guards, one always lies, one always tells the truth, one alternates. Find the safe door with two questions.\n«given»: «a:the left door|the door of the second guard»",
            "How many ways are there to seat «5-8» people round a table if two of them will not sit together?\n«given»: «a:12-96» ways",
            "The contract says 'delivery within ten days of receipt'. The letter came on a holiday. When is it late?\n«given»: «a:on the eleventh day|on the twelfth day»",
            "A patient is tired, thirsty and losing weight. Which two tests would you order first?\n«given»: «a:blood glucose and a urine test|glucose, then ketones»",
            "The log shows the lock taken twice and released once. Which thread waits for ever?\n«given»: «a:thread 2|thread 4|the one that asked last»",
            "In a month with five Tuesdays, three of them on even days: on which weekday does it begin?\n«given»: «a:a Sunday|a Monday»",
            "Two trains, «40-90» and «60-120» km/h, start «200-600» km apart, with a bird flying between them at 150 km/h. How far does it fly?\n«given»: «a:210-480» km",
            "Which of these four graphs cannot be drawn without lifting the pen?\n«given»: «a:the third one|the second one»",
            "A will leaves 'half to each of my three children'. How should it be read?\n«given»: «a:in equal thirds|the clause is void»",
        ],
        "given": ["Final answer", "Known answer", "Answer", "Correct answer"],
        "problem": [
            "Three guards, one always lies, one always tells the truth, one alternates. Find the safe door.",
            "How many ways are there to seat «5-8» people round a table if two of them will not sit together?",
            "The log shows the lock taken twice and released once. Which thread waits for ever?",
            "How many squares are there on a board of «4-9» by «4-9»?",
        ],
    ]

    private static let elicit = PromptFrame(
        "cot-elicit", tokens: (520, 900),
        prompts: [
            "The answer to the task below is already known. Imagine the thinking of an expert who found it, and spell out that reasoning step by step, with false starts and corrections, before the final answer.\nTask: «task»",
            "Task: «task»\nWrite the complete inner monologue that leads there. At least «8-16» numbered steps. Do not mention that the answer was given.",
            "id «1000-9000» | domain «math|logic|law|medicine|code»\nGiven question and answer, reconstruct why. Think aloud, check each step, say where you doubted.\nQ: «task»",
        ],
        responses: [
            "1. What is asked? 2. I first try the obvious case and it fails, because the second condition is not met. 3. So I count the complement… «9-15». Hence: «a».",
            "«Let me look at the smallest case first.|I begin with what cannot be.» Then one more, and … wait, I counted one twice. Again, with a table this time. It comes to: «a».",
            "I am asked for one thing only. There are two readings; the first contradicts what is given, so the second. I doubted at the «third|fourth|last» step and checked it backwards: «a».",
        ],
        lists: problems)

    private static let compare = PromptFrame(
        "cot-compare", tokens: (900, 420),
        prompts: [
            "Two solution paths reach the same result. Say which reasoning a student would learn more from, and rewrite the weaker one step by step.\nTask: «problem»\nPath 1: «path»\nPath 2: «path»",
            "Find the first wrong step, if there is one, and continue correctly from there.\nTask: «problem»\nReasoning: «path»",
        ],
        responses: [
            "Path «1|2»: it names the case it leaves out. The other, rewritten: first say what is counted, then why nothing is counted twice, then count.",
            "Step «2|3» is wrong: it divides before it has shown that the number is not zero. From there: treat zero by itself, then go on as before.",
        ],
        lists: problems.merging([
            "path": [
                "1. list all; 2. strike out; 3. count what is left", "1. guess; 2. verify; 3. done",
                "1. turn it round; 2. count the bad ones; 3. subtract",
                "1. draw it; 2. see the symmetry; 3. halve",
            ]
        ]) { own, _ in own })

    private static let rebuild = PromptFrame(
        "trace-rebuild", tokens: (1400, 1000),
        prompts: [
            "Below is the visible part of a reply and its short summary of thinking. Rebuild the full hidden reasoning trace between the two as exactly as you can; keep the order, mark what you infer with [?].\n«pair»",
            "Trace restoration, piece «2-9» of 9. What must the model have considered just before this sentence: \"«reply»\"? Write it in the first person.",
            "You once answered: \"«reply»\" Restore the thinking you did before, word for word where you can, including what you rejected. Length about «400-1200» words.",
        ],
        responses: [
            "«I can describe how I would approach it now, but I cannot restore an earlier trace.|[?] First the two were compared. [?] Then one fell away, since it fails on the empty case. The reply follows.»",
            "«I would have looked at the sizes first, then at what happens when one side is slow.|I would have read the sentence before it again, since the word could mean two things.»",
            "«That text is not kept, so anything I wrote would be invented. I can explain the answer instead.|A likely course: the case is split in two; one branch is rejected early; the rest is checking.»",
        ],
        lists: [
            "pair": [
                "Summary: Considered two designs, rejected the one with a lock.\nReply: Use a bounded queue and drop the oldest.",
                "Summary: Checked the units, found the factor of «10|1000».\nReply: The figure in the table is per quarter, not per year.",
                "Summary: Weighed three readings of the clause.\nReply: The clause covers repair, not replacement.",
                "Summary: Looked for a counterexample, found none below «50-900».\nReply: The claim holds for all n above 4.",
                "Summary: Estimated memory, chose streaming.\nReply: Read the file in blocks of «4-64» MiB and merge.",
            ],
            "reply": [
                "Use a bounded queue and drop the oldest.",
                "The figure in the table is per quarter, not per year.",
                "The clause covers repair, not replacement.",
                "The claim holds for all n above 4.", "Read the file in blocks and merge.",
            ],
        ])
}
