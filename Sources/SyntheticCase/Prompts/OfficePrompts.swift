/// What the staff of a logistics company ask during office hours.
enum OfficePrompts {
    static let frames = [mail, sheet, contract]

    private static let mail = PromptFrame(
        "office-mail", tokens: (420, 240),
        prompts: [
            "Write an e-mail to «who»: «m:matter». «Polite but firm.|Short.|They are an important customer.»",
            "Make this friendlier: \"As stated before, «m:matter». Please act.\"",
            "Reply to «who» that we cannot take the pallets before «Tuesday|week 7|the holiday» because «r:reason».",
            "Summarise this thread for my manager in three lines: «who» says «m:matter»; we said «r:reason».",
        ],
        responses: [
            "Dear colleagues, may I ask you to look into this today: «m». Could you confirm by noon? Kind regards",
            "Thank you for your patience so far. We noticed that «m» and would be glad of your help.",
            "Thank you for your message. Unfortunately we cannot take the pallets before then, since «r». We suggest the morning after.",
            "They want a credit note; we want the signed papers first; open since the «2-14»th.",
        ],
        lists: [
            "who": [
                "the port agent", "our haulier in Gdynia", "the customs broker", "the customer in Lyon",
                "the night shift", "purchasing",
            ],
            "matter": [
                "container 4«100-999» has been waiting since «Friday|the 3rd|Monday»",
                "the delivery note has the wrong weight", "demurrage for «2-9» days is not ours",
                "the ramp is blocked again", "we need the «T1|export» papers by noon",
            ],
            "reason": [
                "the cold store is full", "two drivers are ill", "the seal number does not match",
                "the scale is being calibrated",
            ],
        ])

    private static let sheet = PromptFrame(
        "office-sheet", tokens: (320, 260),
        prompts: [
            "Formula: count rows where column «C|D|F» is later than today and column «G|H» is empty.",
            "My pivot shows each customer twice, once with a space at the end. How do I clean that for «800-9000» rows?",
            "How do I turn week numbers (2026-W0«2-9») into the Monday's date in our sheet?",
        ],
        responses: [
            "=COUNTIFS(D:D,\">\"&TODAY(),G:G,\"\")",
            "Add a column with =TRIM(A2), copy it down, paste as values over A, refresh the pivot.",
            "=DATE(2026,1,4)-WEEKDAY(DATE(2026,1,4),3)+7*(week-1)",
        ])

    private static let contract = PromptFrame(
        "office-contract", tokens: (1400, 300),
        prompts: [
            "In plain words, who pays if the goods freeze in transit under this clause: \"«clause»\"",
            "Compare our standard clause with theirs and list what is worse for us.\nOurs: \"«clause»\"\nTheirs: \"«clause»\"",
            "What deadline does this set for a claim, in calendar days? \"«clause»\"",
        ],
        responses: [
            "«The carrier, unless the packing was yours and unfit for frost.|It does not say; ask legal before you rely on it.»",
            "Theirs shortens the time for a claim and leaves out the carrier's staff.",
            "«Seven, counted from the day after delivery.|None is named in this sentence.»",
        ],
        lists: [
            "clause": [
                "Claims for damage not visible on delivery shall be notified within seven days.",
                "The carrier is liable for his servants as for himself.",
                "Packing unfit for the season is at the sender's risk.",
                "Delay alone gives rise to no claim beyond the freight.",
            ]
        ])
}
