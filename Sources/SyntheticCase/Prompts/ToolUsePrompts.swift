/// Tool use and orchestration: functions to call, other workers to direct, pages to walk through.
enum ToolUsePrompts {
    static let frames = [tools, orchestration, browsing, framework, frameworkReview]

    private static let tools = PromptFrame(
        "agent-tools", tokens: (1500, 360),
        prompts: [
            "Tools: «t:tool»(…), «u:tool»(…), «tool»(…). User request: \"«wish»\" Call tools as JSON, one per line. If a result contradicts an "
                + "earlier one, say so before you go on.",
            "{\"role\":\"tool\",\"name\":\"«t:tool»\",\"result\":\"«result»\"}\nThe user still wants: \"«wish»\" Continue the trajectory.",
            "Given the tool schema v«2-7» and this request, write the complete trajectory (thought, call, result you expect, check) for: \"«wish»\"",
            "One of these tools lies in one call out of ten: «tool», «u:tool», «t:tool». Fulfil \"«wish»\" and tell which result you did not trust.",
        ],
        responses: [
            "{\"call\":\"«t»\",\"args\":{\"limit\":«5-50»}}\n{\"call\":\"«u»\",\"args\":{\"id\":\"«100-999»\"}}",
            "{\"call\":\"«t»\",\"args\":{\"retry\":true}}\nThe calendar says Tuesday, the mail says Wednesday; I ask for the source before I change anything.",
            "thought: cheapest check first.\n{\"call\":\"«tool»\",\"args\":{\"id\":\"«a|b|c»-«100-999»\"}}\nexpect: one row; check: total equals the invoice.",
            "Finished in «3-9» calls. I did not trust «t»: its «second|third» result changed by a factor of ten.",
        ],
        lists: [
            "tool": [
                "search_mail", "read_calendar", "lookup_order", "get_weather", "query_sql", "send_draft",
                "convert_currency", "list_files",
                "find_route", "stock_level", "create_ticket",
            ],
            "wish": [
                "Move my meetings of «Monday|Thursday|Friday» so that the afternoon is free, and tell those it concerns",
                "Which open orders will miss their date if the «blue|north|second» line stops for two days?",
                "Refund order «1000-9999», but only if it came back unopened",
                "Find the cheapest way for «2-9» people from the depot to the harbour by nine",
                "Close every duplicate of ticket «200-990» and keep the oldest",
                "Compare this month's spend with the same month last year and flag what doubled",
            ],
            "result": [
                "ok, «0-14» rows", "timeout", "{\\\"price\\\":«12-980»}", "permission denied",
                "two matches: «11-49», «50-99»", "empty",
            ],
        ])

    private static let orchestration = PromptFrame(
        "orchestrate", tokens: (2200, 700),
        prompts: [
            "You direct «w:3-8» workers. Goal: «goal». Give each worker a brief with its own acceptance test, say who waits for whom, and what "
                + "you do when worker «1-3» returns nothing.",
            "Worker «1-8» reports: \"«report»\". Worker «1-8» reports: \"«report»\". Decide: accept, send back with a reason, or reassign. Then update the plan.",
            "Write the supervisor turn that comes after this state: goal «goal»; done «2-5» of «6-9»; budget left «10-60» %. Keep it under 150 words.",
        ],
        responses: [
            "Plan: W1 reads and maps the modules, W2 writes the tests from the map, W3 changes code only after W2 is green. If W«1-3» is silent for two turns I split its brief.",
            "«Send back the first: the claim has no command that shows it. Accept the other.|Accept both.|Reassign the first, accept the second with a note.» Plan: merge, rerun the full check, then the next module.",
            "Done so far holds. Next: the two pieces that block others, in parallel; the rest waits. A reviewer reads the diff before the budget falls below 10 %.",
        ],
        lists: [
            "goal": [
                "split the monolith's billing module out without stopping traffic",
                "translate the handbook and keep every cross-reference working",
                "reproduce the table of results in the attached note",
                "bring test coverage of the scheduler to where a refactor is safe",
                "find out why nightly runs differ from daytime runs",
            ],
            "report": [
                "all tests pass, I removed two that were flaky", "blocked: no access to the staging bucket",
                "done, diff of «12-900» lines attached",
                "the numbers agree to four digits, not five", "I rewrote the interface, it was simpler",
            ],
        ])

    private static let browsing = PromptFrame(
        "agent-browse", tokens: (2400, 300),
        prompts: [
            "Page text (trimmed): «page». Goal: «goal». Reply with exactly one action: click(n), type(field, text), scroll, back, or stop(answer).",
            "You have been on «4-17» pages. Goal: «goal». Evidence so far: «evidence». Is it enough to stop? If not, name the page that would settle it.",
        ],
        responses: [
            "«click(«1-4»)|scroll|type(\"search\", \"«2019-2025»\")|stop(\"it is not on this page and its own search finds nothing\")»",
            "Not enough: «both go back to one source|there is no date|nobody responsible is named». The page of the «register|operator|council» itself would settle it.",
        ],
        lists: [
            "page": [
                "[1] Home [2] Timetables [3] Contact … \"Winter service ends 28 February\"",
                "[1] Login [2] Catalogue [3] Filter: size, colour",
                "[1] Minutes of the council [2] Budget [3] Archive",
                "[1] Results 1-10 of «200-9000» [2] Next",
            ],
            "goal": [
                "find when the «ferry|museum|library» closes on public holidays",
                "find the «2019-2024» budget for street lighting",
                "order nothing, but learn the price with delivery for «2-12» pieces",
                "find who signed the second amendment",
            ],
            "evidence": [
                "one forum post and a cached page", "two pages that quote each other",
                "a table without a date",
            ],
        ])

    private static let framework = PromptFrame(
        "agent-framework", tokens: (1300, 420),
        prompts: [
            "You are Trellis Planner. Break the user's goal into steps and pick a tool for each.\nAvailable tools: web, files, python.\nGoal: «goal»",
            "You are Trellis Planner. Observation: «obs»\nGoal: «goal»\nWhat is the next step?",
        ],
        responses: [
            "1. files: list what is there\n2. python: try it on «a copy|three of them|the first ten rows»\n3. write a short answer",
            "Next: «python. The file has «3-40» columns; I need only the dates.|files. I have not seen the second one yet.|answer. There is nothing left to look up.»",
        ],
        lists: [
            "goal": [
                "rename my holiday photos by date and place",
                "make a weekly meal plan from what is in pantry.csv", "summarise the three PDFs in /inbox",
                "track when the used bike I want drops below «150-400»",
                "turn my running log into a chart per month", "sort «200-900» bookmarks into folders",
                "draft release notes from the last «5-30» commits",
                "check which of my plants need water this week",
                "convert the choir's scores list into a web page",
            ],
            "obs": [
                "pantry.csv has «14-60» rows", "the second PDF is scanned", "web returned nothing",
                "two files have the same name",
            ],
        ])

    private static let frameworkReview = PromptFrame(
        "framework-review", tokens: (900, 200),
        prompts: [
            "You are Trellis Reviewer. Does the result answer the goal? Reply OK or name the gap.\nGoal: «goal»\nResult: «result»"
        ],
        responses: [
            "«OK|OK|Gap: the last month is missing.|Gap: no unit is given.|OK, though a sentence on the source would help.»"
        ],
        lists: [
            "goal": [
                "a chart of rainfall per month", "a list of unpaid invoices", "the three shortest routes",
                "a summary for my landlord",
            ],
            "result": [
                "a table with «6-12» rows", "a chart", "one page of text",
                "three routes, two of them the same",
            ],
        ])
}
