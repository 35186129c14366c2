/// Computer use and vision: what to do on a screen, where things are, what a chart says.
enum ComputerUsePrompts {
    static let frames = [desktop, grounding, charts]

    private static let desktop = PromptFrame(
        "computer-use", tokens: (1800, 220),
        prompts: [
            "[screenshot 1280x800 attached] App: «app». Goal: «goal». History: «history». Give the next action as one of click(x,y), drag, key, type, wait, done, and why in ten words.",
            "[screenshot attached] The last click did nothing. App «app», goal: «goal». Is the window blocked, is the target wrong, or is it still loading? Decide and act.",
            "Write the demonstration for: «goal» in «app». One line a step: what is seen, action, what should change. «6-18» steps.",
        ],
        responses: [
            "«click(«40-1200»,«60-760») — opens the menu that holds it|wait(2) — the spinner in the corner still turns|key(\"ctrl+s\") — unsaved mark beside the title|type(\"«5-28»\") — the field has the cursor»",
            "«Blocked: a dialog lies behind the window. key(\"esc\")|Wrong target: the icon is disabled. click(«40-1200»,«60-760»)|Still loading: wait(3)»",
            "1. Window open, nothing selected; key(ctrl+end); selection jumps to the last row. 2. Menu File; click; list unfolds. 3. …",
        ],
        lists: [
            "app": [
                "a spreadsheet", "an accounting client", "a file manager", "a mail program",
                "an image editor", "a booking form", "a hospital timetable",
            ],
            "goal": [
                "export sheet «2-6» as CSV with semicolons",
                "change the due date of every open invoice to the «5-28»th",
                "attach the newest scan to the draft and send nothing",
                "crop all pictures of the album to a square",
                "book the «9|10|14» o'clock slot, room with a window",
                "find the row whose total does not match and mark it",
            ],
            "history": [
                "click(212,88), type, click(640,402)", "none", "key(alt+f), key(e)",
                "scroll, scroll, click(1010,655)",
            ],
        ])

    private static let grounding = PromptFrame(
        "screen-ground", tokens: (1500, 90),
        prompts: [
            "[image «1000-9000».png] Return the bounding box of: «thing». Format x1,y1,x2,y2 in pixels; if there are several, the one nearest to the «top|cursor|title».",
            "[image «1000-9000».png] List every «button|field|icon» with its box and the words on it, top to bottom.",
            "[two images] What changed between the first and the second screen? Boxes only for what changed.",
        ],
        responses: [
            "«40-300»,«60-300»,«310-700»,«310-500»",
            "Save [«40-90»,«10-40»,«100-190»,«41-60»]; Cancel [200,«10-40»,280,«41-60»]; Help [«600-900»,«10-40»,«901-990»,«41-60»]",
            "Changed: the «badge on the bell, from 2 to 3|title of the tab|third row, now grey», at [«1000-1100»,12,«1101-1200»,34].",
        ],
        lists: [
            "thing": [
                "the search field", "the disabled Save button", "the warning triangle", "the second tab",
                "the page number", "the avatar of the sender", "the column header 'Net'",
            ]
        ])

    private static let charts = PromptFrame(
        "chart-read", tokens: (1600, 320),
        prompts: [
            "[chart attached: «kind»] Read off every value you can, as a table with your uncertainty, then answer: «question»",
            "[chart attached: «kind»] A caption claims \"«claim»\". Does the picture support it? Name the marks you rely on.",
            "[scan of a table, slightly rotated] Transcribe it as CSV. Mark every cell you are not sure of with a question mark. Then: «question»",
        ],
        responses: [
            "| mark | value |\n|---|---|\n| 1 | «20-60» ± 2 |\n| 2 | «20-60» ± 2 |\n| 3 | «20-60» ± 3 |\nAs to the question: «the third|the second quarter, just|I cannot tell at this resolution».",
            "«Not supported: the axis begins at «40-80», so the difference looks four times as large as it is.|Supported, though the last point is marked provisional.»",
            "region,units,net\nnorth,«100-900»,«10-90»\nsouth,«100-900»?,«10-90»\nThe totals do not add up by «2-9».",
        ],
        lists: [
            "kind": [
                "stacked bars", "two y-axes", "a log-scale line", "small multiples", "a pie with nine slices",
                "a box plot without labels",
            ],
            "question": [
                "in which quarter do the lines cross?", "which region fell most in relative terms?",
                "what is the median of the third group?", "how many values lie outside the whiskers?",
            ],
            "claim": [
                "sales doubled", "no difference between the groups", "the gap closed in 2024",
                "costs fell for the first time",
            ],
        ])
}
