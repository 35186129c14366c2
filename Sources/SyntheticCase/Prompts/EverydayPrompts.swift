/// What people ask in English when they write, learn and live.
enum EverydayPrompts {
    static let frames = [homework, mail, translation, story, letter, simply, proofread, gifts]

    private static let homework = PromptFrame(
        "homework", tokens: (120, 320), typed: true,
        prompts: [
            "Can you check if I got this right: «sum»",
            "Explain «topic» for my exam on «Monday|Thursday|Friday», I have about «2-5» hours",
            "I have to write «200|300|450|600» words about «topic». Help me make an outline, don't write it for me.",
            "Why is «fact»? my teacher went too fast",
            "make me «5-15» practice questions on «topic», answers at the end",
        ],
        responses: [
            "«Almost: look at the second step again and tell me what you get.|Not quite, but you are close. Which rule did you use?»",
            "Let us start with a picture, then three facts you must know, then two questions to test yourself.",
            "Outline: 1) a surprising scene 2) what people believed 3) what changed 4) what is left of it today.",
            "Short version: «two things happen at once and we notice only one of them|it is a convention that keeps another rule simple|the longer way through loses more on the road».",
            "1. What is meant by it? 2. Give an example. 3. Which of these is not one? … Answers below.",
        ],
        lists: [
            "sum": [
                "3/8 + 1/6 = 4/14", "the derivative of x^3 sin x is 3x^2 cos x",
                "2(x-«3-9») = «10-40» so x = «5-30»", "the past tense of 'lie' is 'layed'",
                "there are «7|9|11» moles in «80-220» g of water",
            ],
            "topic": [
                "photosynthesis", "the causes of the Thirty Years' War", "vectors", "Macbeth act «1-5»",
                "plate tectonics", "supply and demand", "cell division", "the water cycle",
                "irony in short stories",
            ],
            "fact": [
                "the sky red at sunset", "zero factorial one", "salt water harder to freeze",
                "the leap year rule so odd", "a mirror image left-right but not up-down",
            ],
        ])

    private static let mail = PromptFrame(
        "mail-draft", tokens: (110, 220), typed: true,
        prompts: [
            "Write a short email to my «who» about «m:matter».",
            "How do I tell my «who» that «m:matter» without sounding rude?",
            "Make this more formal: hey, «m:matter», can we talk?",
            "reply for me: «who» asks about «m:matter», say yes but not before «the 15th|next week|Easter»",
        ],
        responses: [
            "Hi, I wanted to write early about «m», so that we can find a way that suits us both. Could we speak on Thursday?",
            "You could begin with thanks, say it in one sentence, and end with what you offer instead.",
            "Dear Sir or Madam, may I ask for a short conversation about «m»?",
            "Thank you for asking. I would be glad to, though not before then.",
        ],
        lists: [
            "who": [
                "landlord", "boss", "neighbour", "son's teacher", "sister-in-law", "choir leader",
                "former colleague", "dentist's office",
            ],
            "matter": [
                "the leaking tap", "I can't come on «Saturday|Sunday|the 14th»", "the noise after eleven",
                "moving my appointment", "a reference letter", "the deposit that has not come back",
                "I'd like to work from home on Fridays", "the shared fence",
            ],
        ])

    private static let translation = PromptFrame(
        "translate", tokens: (140, 140), typed: true,
        prompts: [
            "Translate into «lang», informal: «text»", "What does this mean? \"«foreign»\"",
            "How do I say \"«text»\" in «lang»? Also how to pronounce it.",
            "Is this «lang» correct or does it sound odd: \"«foreign»\"",
        ],
        responses: [
            "«Here is an informal version; with older people use the other form of 'you'.|In that language one would say it shorter.»",
            "«Roughly: that is where the problem lies.|Roughly: not my business.|It wishes you luck.|Slowly, slowly gets you there.»",
            "«Say it with the stress on the second syllable.|The first sound is like the ch in loch.»",
            "It is fine in writing; in speech people would drop the first word.",
        ],
        lists: [
            "lang": ["Italian", "Polish", "Korean", "Swahili", "Dutch", "Turkish", "Greek", "Vietnamese"],
            "text": [
                "we're running ten minutes late, start without us", "could I have the bill please",
                "thanks for looking after the cat", "the heating doesn't work in the second bedroom",
                "happy birthday, I miss you", "is there a vegetarian dish?",
            ],
            "foreign": [
                "Da liegt der Hund begraben", "Nie mój cyrk, nie moje małpy", "In bocca al lupo",
                "Ik schaam me dood", "Pole pole ndio mwendo",
            ],
        ])

    private static let story = PromptFrame(
        "story", tokens: (130, 620), typed: true,
        prompts: [
            "Write a bedtime story for a child of «3-8» about «hero» who «plot».",
            "Give me a first line for a novel in which «hero» «plot».",
            "Continue: It was past midnight when «hero» stood at the door and did not knock.",
            "poem about «hero», «4-16» lines, doesn't have to rhyme",
        ],
        responses: [
            "Once, at the end of a very short street, there lived someone who collected lost umbrellas. One evening …",
            "«By the time anyone noticed, the lighthouse had moved eleven yards.|It was not the dark that frightened her but how politely it waited.»",
            "Doors, she had found, open sooner for people who hum.",
            "The evening folds its paper hat / and sets it on the sill; / whoever was in a hurry before / is sitting now, and still.",
        ],
        lists: [
            "hero": [
                "a hedgehog", "the lighthouse keeper", "a girl with a borrowed trumpet",
                "my grandmother's clock", "a tired dragon", "the last postman",
            ],
            "plot": [
                "loses a shoe in the snow", "learns to whistle", "is afraid of the washing machine",
                "finds a door in the hedge", "must be quiet for a whole day",
            ],
        ])

    private static let letter = PromptFrame(
        "cv-letter", tokens: (480, 420), typed: true,
        prompts: [
            "Write a cover letter for a job as «job», I have «2-14» years of experience and «plus».",
            "Shorten my CV summary to 3 lines: «job», «y:2-14» years, «plus».",
            "interview for «job» tomorrow. what will they ask and what should I ask",
        ],
        responses: [
            "Dear hiring team, what drew me to your notice was the sentence about learning on the job …",
            "«y» years of practice, calm in busy hours, and glad to teach others.",
            "They will ask why you leave, about a conflict, and for one thing that failed. Ask what the first month looks like.",
        ],
        lists: [
            "job": [
                "a night nurse", "warehouse lead", "junior accountant", "lab technician", "tram driver",
                "pastry cook", "IT support", "kindergarten teacher",
            ],
            "plus": [
                "a forklift licence", "three languages", "a gap of two years", "evening classes",
                "a reference from my last boss",
            ],
        ])

    private static let simply = PromptFrame(
        "explain-simply", tokens: (60, 260), typed: true,
        prompts: [
            "What is «thing»?", "Explain «thing» like I'm «5|8|12»",
            "«thing» vs «thing», what's the difference?", "Why do people worry about «thing»?",
        ],
        responses: [
            "«In one sentence: it is the price of not having to wait.|It is a way to hide where a thing comes from.|It is what is left when everything else is taken away.»",
            "Think of a bathtub with the tap on and the plug out; what matters is which of the two is faster.",
            "They are cousins: the first is about how much, the second about how often.",
            "Because it grows quietly and is noticed late.",
        ],
        lists: [
            "thing": [
                "compound interest", "a black hole", "a mortgage", "gluten", "inflation", "a heat pump",
                "the jet stream", "a VPN", "DNA", "a prime number", "jet lag", "a deductible", "latency",
            ]
        ])

    private static let proofread = PromptFrame(
        "proofread", tokens: (360, 340), typed: true,
        prompts: [
            "Fix the grammar, keep my voice: \"«text»\"", "Is this comma right? \"«text»\"",
            "shorter please: «text»",
        ],
        responses: [
            "«Subject and verb disagree once, the rest is fine and sounds like you.|\"Would of\" should be \"would have\"; nothing else.»",
            "«The comma can go. Otherwise good.|It should be a semicolon, or two sentences.»",
            "«It went better than we feared.|Nobody told us it would close.»",
        ],
        lists: [
            "text": [
                "Me and my team has been working since march on making the garden more accessible for everyone.",
                "However the results was not what we was hoping, but still good.",
                "I would of come, if the bus had of been on time.",
                "The aim of this report, is to show that the library is used more than before.",
                "Its a pity that nobody told us about it's closing.",
            ]
        ])

    private static let gifts = PromptFrame(
        "gift-ideas", tokens: (70, 220), typed: true,
        prompts: [
            "Gift for my «who» who likes «like», budget «15-120».",
            "What can I bring to a «party» as a guest who can't cook?",
        ],
        responses: [
            "«A day ticket somewhere you go together, a good thermos, or seeds with a hand-written plan.|Something to do with it, not one more of it.»",
            "Good bread, a lemon, and flowers that are already in something.",
        ],
        lists: [
            "who": ["dad", "colleague who leaves", "niece, 9", "partner", "neighbour"],
            "like": ["birds", "crosswords", "old radios", "baking", "football and nothing else"],
            "party": ["housewarming", "farewell party", "baby shower", "barbecue"],
        ])
}
