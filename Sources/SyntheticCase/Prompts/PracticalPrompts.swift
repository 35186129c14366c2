/// What people ask in English about code, kitchens, journeys and houses.
enum PracticalPrompts {
    static let frames = [code, trace, spreadsheet, recipe, travel, fitness, repair]

    private static let code = PromptFrame(
        "code-question", tokens: (320, 420), typed: true,
        prompts: [
            "How do I «task» in «l:lang»?", "What's the difference between «pair»?",
            "is there a one-liner in «l:lang» to «task»?",
            "Review this function please, I'm new to this:\n\n«snippet»",
            "Write a regex that matches «pattern» and explain it.",
            "When do you use which: «pair»? I keep seeing both at work.",
        ],
        responses: [
            "«Use the standard library's own; a loop is fine too and easier to read.|In «l» that is three lines, below.»",
            "The first copies, the second does not. That matters when you change one of them later.",
            "Yes, though your colleagues will thank you for three lines instead of one.",
            "Looks good. Guard the empty case, and return early instead of nesting.",
            "^\\d{2}-\\d{4}$ means: two digits, a dash, four digits, nothing else. Yours follows the same plan.",
            "History, mostly. In new code pick one and stay with it.",
        ],
        lists: [
            "lang": ["Python", "JavaScript", "C#", "Go", "PHP", "Swift", "bash", "SQL", "Rust"],
            "task": [
                "read a CSV with a weird delimiter", "sort a list by two keys",
                "remove duplicates but keep the order", "run something every «5-30» minutes",
                "parse a date like 3.11.25", "resize images in a folder", "group rows by week",
                "retry an HTTP call",
            ],
            "pair": [
                "a list and a tuple", "== and ===", "a thread and a process", "INNER and LEFT JOIN",
                "let and var", "an interface and an abstract class",
            ],
            "snippet": [
                "def avg(xs):\n    t = 0\n    for x in xs: t += x\n    return t / len(xs)",
                "function f(a){ if(a){ if(a.b){ return a.b.c } } return null }",
                "SELECT * FROM orders WHERE date LIKE '2025%'", "for f in $(ls *.txt); do mv $f old_$f; done",
            ],
            "pattern": [
                "a postcode with «4-5» digits", "a licence plate", "anything between square brackets",
                "an ISO date",
            ],
        ])

    private static let trace = PromptFrame(
        "debug-trace", tokens: (700, 360), typed: true,
        prompts: [
            "I get this and have no idea why:\n\n«error»\n\nIt worked «yesterday|on my laptop|before the update».",
            "«error» — line «12-340». What should I look at first?", "docker build stops with: «error»",
        ],
        responses: [
            "Look at what the variable holds just before: I bet on nothing at all. Print it.",
            "«Ten lines above it; the message names the victim.|At what changed last: the lock file is older than the package.»",
            "The builder's copy is stale. Try once with --no-cache.",
        ],
        lists: [
            "error": [
                "TypeError: 'NoneType' object is not subscriptable", "ECONNREFUSED 127.0.0.1:5432",
                "ModuleNotFoundError: No module named 'yaml'",
                "Cannot read properties of undefined (reading 'map')", "port 8080 is already allocated",
                "error[E0382]: borrow of moved value: `rows`", "ORA-01722: invalid number",
                "NullPointerException at Basket.java",
            ]
        ])

    private static let spreadsheet = PromptFrame(
        "spreadsheet", tokens: (160, 200), typed: true,
        prompts: ["formula to «task»", "In my sheet column «B|C|D» has «what». How do I «task»?"],
        responses: [
            "«=SUMIF(A:A,\"rent\",B:B)|=TEXTJOIN(\", \",TRUE,A2:A20)|=MROUND(B2,0.05)»",
            "First make them real values (Data, Text to columns), then the usual formula works.",
        ],
        lists: [
            "task": [
                "sum only the coloured rows", "highlight duplicates", "split first and last names",
                "count the Mondays", "look up a price in another tab", "round to the next 5 cents",
            ],
            "what": [
                "dates as text", "names with titles", "amounts with a dot instead of a comma",
                "phone numbers",
            ],
        ])

    private static let recipe = PromptFrame(
        "recipe", tokens: (80, 340), typed: true,
        prompts: [
            "What can I cook with «food», «food» and «food»?",
            "Recipe for «dish» for «2-12» people, one of them «diet».", "my «dish» came out «fault», why?",
            "How long does cooked «food» keep in the fridge?",
        ],
        responses: [
            "A quick pan: fry the «first|onion» slowly, add the rest, a splash of vinegar at the end. Twenty minutes.",
            "«Serves everybody: leave out the butter, double the herbs.|Start the day before, it gets better.»",
            "Too much liquid, or the oven was not yet hot. Next time wait until the light goes out.",
            "Three days, covered. If it smells of anything, no.",
        ],
        lists: [
            "food": [
                "leeks", "chickpeas", "rice", "eggs", "sweet potato", "cabbage", "canned tuna", "feta",
                "lentils", "pears",
            ], "dish": ["lasagne", "banana bread", "dal", "pancakes", "ramen", "potato salad", "flatbread"],
            "diet": ["vegan", "allergic to nuts", "a child who eats nothing green", "diabetic"],
            "fault": ["soggy", "dry", "too salty", "flat", "grey"],
        ])

    private static let travel = PromptFrame(
        "travel", tokens: (110, 420), typed: true,
        prompts: [
            "«2-6» days in «city» with «company», we like «like». Plan?",
            "Best way from «city» to «city» without flying?",
            "Do I need «item» in «city» in «March|October|January»?",
        ],
        responses: [
            "Day 1: arrive, walk by the water, early dinner. Day 2: the museum before ten, then the market.",
            "By night train with one change; book the couchette early.",
            "«A light one is enough; evenings are cooler than you expect.|Not strictly, but you will be glad of it.»",
        ],
        lists: [
            "city": ["Lisbon", "Ghent", "Kyoto", "Tallinn", "Oaxaca", "Bologna", "Hanoi", "Porto", "Bergen"],
            "company": ["a toddler", "my parents", "friends", "a dog", "nobody but a book"],
            "like": ["food", "walking", "old trains", "swimming", "bookshops"],
            "item": ["a raincoat", "cash", "an adapter", "a reservation"],
        ])

    private static let fitness = PromptFrame(
        "health-fitness", tokens: (90, 300), typed: true,
        prompts: [
            "Training plan for a «5|10|21» km run in «6-14» weeks, I run «two or three times|once|twice» a week now.",
            "My «knee|back|shoulder» hurts after «sitting|running|swimming». What can I do at home and when should I see a doctor?",
            "Is «20-90» minutes of walking a day enough?",
        ],
        responses: [
            "Keep one long slow run, one short one, and add five minutes a week. Rest every fourth week.",
            "Gentle movement, warmth, and patience for two weeks. See a doctor at once for numbness or fever.",
            "For health, yes; add something for strength twice a week.",
        ])

    private static let repair = PromptFrame(
        "home-repair", tokens: (90, 300), typed: true,
        prompts: [
            "My «thing» «fault». Can I fix it myself?", "How much should it cost to have a «thing» replaced?",
            "What do I need to buy to fix a «thing» that «fault»?",
        ],
        responses: [
            "«Turn off the water first. Then it is one washer and a spanner.|If it smells of burning, no: switch off the fuse and call someone.»",
            "Get three offers; the spread will tell you more than I can.",
            "A screwdriver, a new seal, and an hour without hurry.",
        ],
        lists: [
            "thing": [
                "tap", "radiator", "dishwasher", "window handle", "door lock", "gutter", "toilet cistern",
                "bike gear",
            ],
            "fault": [
                "drips", "makes a knocking noise", "won't close", "leaks at the back", "is stuck",
                "smells burnt",
            ],
        ])
}
