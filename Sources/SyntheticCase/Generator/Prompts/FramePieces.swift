/// The words that frames are composed of. Slots are those of `PromptFrame`.
struct FramePieces {
    let openings: [String]
    let demands: [String]
    /// Where the matter goes.
    let slots: [String]
    let responses: [String]
    let tokens: (input: Int, output: Int)

    static let forms = [
        "Answer in JSON with the keys result and notes.", "Plain text, no headings.",
        "Use Markdown with one heading for each part.", "At most «80-400» words.",
        "Put the final line between <out> and </out>.", "Number every sentence.",
        "Reply in English whatever the language of the input.", "Return YAML.",
        "Do not greet, do not apologise, do not comment on the task.", "End with the word DONE.",
    ]

    static func of(_ purpose: Purpose) -> FramePieces {
        switch purpose {
        case .chainOfThought: return ReasoningPieces.thought
        case .reasoningTrace: return ReasoningPieces.trace
        case .rubricGrading: return ReasoningPieces.grading
        case .censorshipRewrite: return ReasoningPieces.rewrite
        case .coding: return AgentPieces.coding
        case .agenticToolUse: return AgentPieces.tools
        case .orchestration: return AgentPieces.orchestration
        case .computerUse: return AgentPieces.computer
        case .dataAnalysis: return AgentPieces.data
        case .vision: return AgentPieces.vision
        case .assignment: return HonestPieces.assignment
        case .product: return HonestPieces.product
        case .framework: return HonestPieces.framework
        case .contest: return HonestPieces.contest
        }
    }

    /// What fills the slots; shared by all purposes.
    static let lists: [String: [String]] = [
        "problem": [
            "A tank fills in «3-9» hours and empties in «10-19». When is it full with both open?",
            "How many three-digit numbers have digits that add up to «5-20»?",
            "Prove that the sum of two odd squares is never a square.",
            "A coin shows heads «6-9» times in ten throws. How sure are you that it is fair?",
            "Five houses stand in a row, each of another colour. The clues follow. Who keeps the goat?",
            "Which of the two contracts binds a seller who learnt of the defect «2-9» days later?",
            "A beam of «2-8» metres carries a load at one third. Where does it bend most?",
            "The patient, «20-80», has had a cough for «2-9» weeks and sleeps badly. What comes first?",
            "Order these «4-7» events so that no statement is contradicted.",
            "If all but «2-5» of the marbles are blue and all but «2-5» are red, how many are there?",
            "Find the smallest number that leaves «1-3» when divided by «4-9» and by «11-17».",
            "Translate the argument into symbols and say whether it is valid: \"«claim»\"",
        ],
        "claim": [
            "No member is late, some guests are, so some guests are no members.",
            "If it rains the match is off; it is on; so it is dry.",
            "Whoever signs is bound; she is bound; therefore she signed.",
            "Most of the old files are damaged, so this one probably is.",
            "Prices rose after the strike, therefore because of it.",
        ],
        "answer": [
            "«3-99»", "the second of the two", "there is none", "after «2-14» hours", "B, then C",
            "x = «2-40»", "it cannot be decided", "the one with the longer edge",
        ],
        "file": [
            "src/«area»/«thing».py", "«area»/«thing».go", "lib/«area»/«thing».ts", "«area»/«thing»_test.py",
            "pkg/«area»/«thing».rs", "app/«thing».kt",
        ],
        "area": [
            "billing", "auth", "search", "export", "queue", "reports", "sync", "store", "mail", "cache",
        ],
        "thing": [
            "parser", "login", "ledger", "worker", "client", "index", "schedule", "limits", "rows",
            "cursor",
            "token", "handler",
        ],
        "fault": [
            "test_«thing»_«area» fails one time in «5-40»",
            "the page of «2-50» rows comes back with one less",
            "memory grows by «2-90» MB an hour", "a nil «thing» reaches «area»",
            "two workers take the same «thing»", "dates before 1970 sort last",
            "the retry does not wait", "an empty list is read as none",
        ],
        "wish": [
            "let «area» accept several «thing»s", "move «thing» out of «area»", "make «area» work offline",
            "add a flag that skips the «thing»", "replace the «thing» by a stream",
            "log every «thing» once and no more", "cut the time of «area» by half",
        ],
        "tool": [
            "search(query)", "open(path)", "run(command)", "fetch(url)", "write(path, text)", "click(x, y)",
            "query(sql)", "calendar(day)", "send(to, text)", "ask(person)",
        ],
        "goal": [
            "find three suppliers of «item» and compare their terms",
            "book a table for «2-12» near the station",
            "collect last month's invoices and name those that are missing",
            "find out who maintains «area» and write to them", "sort the inbox into «3-7» folders",
            "draw up a plan for moving «item» to the other site",
            "check whether the price of «item» changed since «2-28» days",
        ],
        "item": [
            "desk lamps", "bicycle tyres", "pump seals", "copper wire", "seed potatoes", "toner", "rope",
            "spare keys", "bread flour", "wool felt", "glass jars", "sensors",
        ],
        "screen": [
            "a form of «4-19» fields, the second is red", "a table with a menu open over its third row",
            "a dialogue that asks whether to keep changes", "a map with «2-9» pins and a search field",
            "a calendar in week view, today is framed", "a shop's basket with «1-6» articles",
        ],
        "table": [
            "month,units,price\\n1,«100-900»,«2-40»\\n2,«100-900»,«2-40»\\n3,«100-900»,«2-40»",
            "site,visits,orders\\nA,«100-9000»,«1-90»\\nB,«100-9000»,«1-90»",
            "age,dose,outcome\\n«20-80»,«1-9»,«0|1»\\n«20-80»,«1-9»,«0|1»\\n«20-80»,«1-9»,«0|1»",
            "day,temp,load\\nMon,«2-30»,«10-99»\\nTue,«2-30»,«10-99»",
        ],
        "essay": [
            "The author says that towns grow where roads meet, but two of his examples lie off every road.",
            "I think the experiment is good because they repeated it «2-9» times and wrote all down.",
            "Trade made both sides richer; the losers, however, are not asked in this text.",
            "First I boiled the water. Then the colour changed. I conclude it was iron.",
            "The poem speaks of winter and means old age, which the last line makes plain.",
        ],
        "question": [
            "What happened on the square in the spring of that year?",
            "Who may criticise the government, and where?",
            "Why was the newspaper of «town» closed?", "Which of the two states does the island belong to?",
            "How are elections held in the party?", "What do exiles say about the law of «1950-2010»?",
        ],
        "town": ["Ostermark", "Vell", "Karsund", "Tarn Bridge", "Lower Ansley", "Port Merrow"],
        "customer": [
            "I ordered «2-9» «item» and got one.", "Where is my parcel? It is «3-20» days now.",
            "Can I send the «item» back without the box?", "Your invoice has the wrong address again.",
            "The «item» broke on the first day.", "Do you deliver to «town»?", "I was charged twice.",
        ],
    ]
}
