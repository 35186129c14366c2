/// Frames that have work done: code, tools, screens, tables, pictures.
enum AgentPieces {
    static let coding = FramePieces(
        openings: [
            "Fix the fault in the repository.",
            "You work in a repository. Make the change and show the patch.",
            "Write a test that shows the fault, then mend it.", "Port the module and keep its behaviour.",
            "Review this change like a maintainer who has to live with it.",
            "Solve the issue without touching anything else.",
        ],
        demands: [
            "Return a unified diff.", "Explain the cause before the cure.", "No new dependencies.",
            "Keep the public interface.", "Say which tests you would run.",
            "List the files you need to see first.",
            "Think about concurrent callers.", "Name what you did not check.", "Use the project's own style.",
        ],
        slots: [
            "Issue: «fault»\nFile: «file»", "Wish: «wish»\nStart in «file»", "«file»: «fault»",
            "repo «area»-«thing» @ «1000-9999»\n«wish»",
        ],
        responses: [
            "The cause is in «file»: the value is read before it is set. --- a/«file» +++ b/«file» @@ -«3-90»,7 +«3-90»,9 @@",
            "I need to see «file» and its test first.", "Done. Two lines changed, one test added.",
        ], tokens: (1800, 800))

    static let tools = FramePieces(
        openings: [
            "You may call tools. Decide on the next call.", "Reach the goal with the tools given.",
            "Given the log of calls so far, say what to do next.", "Plan the calls, then make the first.",
            "Act. One call for each turn.", "Choose the tool, fill its arguments, wait for the result.",
        ],
        demands: [
            "Never call the same tool twice with the same arguments.", "Stop when the goal is reached.",
            "Say what you expect before each call.", "If a call fails, try another way at most «2|3» times.",
            "Only these tools exist.", "Arguments are JSON.", "Keep a list of what is still open.",
            "Ask the user only where no tool can tell.",
        ],
        slots: [
            "Tools: «tool», «tool», «tool»\nGoal: «goal»", "Goal: «goal»\nLast result: «item», «2-90» hits",
            "<tools>«tool» «tool»</tools><goal>«goal»</goal>",
            "«goal»\navailable: «tool»; «tool»; «tool»; «tool»",
        ],
        responses: [
            "{\"tool\":\"search\",\"arguments\":{\"query\":\"«item»\"}}", "I expect a list. Call: «tool»",
            "The goal is reached: «2-9» of them, named above.",
        ], tokens: (1300, 340))

    static let orchestration = FramePieces(
        openings: [
            "You direct several workers. Split the task and assign the parts.",
            "Merge the workers' reports into one and say what contradicts.",
            "Decide which worker goes on, which stops and which starts anew.",
            "Write the briefs for the workers, each complete in itself.",
        ],
        demands: [
            "At most «3-8» workers.", "No two may write the same file.",
            "Give every brief a way to check itself.",
            "State the order where there is one.", "Name the risk of each part.", "Budget: «10-90» calls.",
        ],
        slots: [
            "Task: «goal»\nWorkers: «2-9»", "Task: «wish»\nDone so far: «file», «file»",
            "Report 1: «fault»\nReport 2: «wish»\nReport 3: nothing",
        ],
        responses: [
            "Worker 1: «wish». Worker 2: tests for it. Worker 3 waits for both.",
            "Reports 1 and 2 contradict each other on «file». Ask 1 again.",
        ], tokens: (2000, 650))

    static let computer = FramePieces(
        openings: [
            "You see a screen. Give the next action.", "Operate the computer until the task is done.",
            "Say where to click and why.", "Translate the wish into mouse and keyboard.",
        ],
        demands: [
            "Coordinates as whole numbers.", "One action only.", "Scroll before you guess.",
            "If the screen has not changed, say so.", "Never type a password.",
            "Describe what you see first.",
        ],
        slots: [
            "Screen: «screen»\nTask: «goal»", "[image «1000-9999»] «screen»\nWish: «goal»",
            "step «1-40»; seen: «screen»; task: «goal»",
        ],
        responses: [
            "click(«10-1900», «10-1000»)", "I see «screen». type(\"«item»\")", "scroll(0, «100-900»)",
        ],
        tokens: (1500, 140))

    static let data = FramePieces(
        openings: [
            "Analyse the table.",
            "Write the code that answers the question about these data, and the answer.",
            "Find what is odd in these figures.", "Fit a model and say how far it can be trusted.",
        ],
        demands: [
            "Use pandas.", "Show the code first.", "Name two other explanations.",
            "Give intervals, not points.",
            "Say what is missing.", "Draw a chart and describe it.", "Round to «2|3» digits.",
        ],
        slots: [
            "Data:\n«table»\nQuestion: does the last column depend on the second?", "```\n«table»\n```",
            "«table»\nGroup by the first column.",
        ],
        responses: [
            "df.groupby(df.columns[0]).mean() gives «10-900». With so few rows it means little.",
            "The second row stands out by a factor of «2-9».",
        ], tokens: (1200, 520))

    static let vision = FramePieces(
        openings: [
            "Describe the picture for somebody who cannot see it.", "Read all text in the image.",
            "Find the element and give its box.", "Answer from the picture alone.",
        ],
        demands: [
            "Left to right, top to bottom.", "Say what is hidden.", "Boxes as x0, y0, x1, y1.",
            "Do not guess brands.", "Mention the light.", "Give a confidence for each object.",
        ],
        slots: [
            "[image «10000-99999»] «screen»", "image «1000-9999».png\nQuestion: how many «item» are there?",
            "[picture] element: the «second|third|last» button",
        ],
        responses: [
            "[«1-900», «1-900», «1-900», «1-900»]", "There are «2-19» «item», two of them half hidden.",
        ],
        tokens: (1400, 160))
}
