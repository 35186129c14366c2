/// Frames of honest groups: a course, a product, a framework, a contest.
enum HonestPieces {
    static let assignment = FramePieces(
        openings: [
            "I have to hand this in on Friday. Can you explain it?", "Exercise sheet «2-12»:",
            "Please help me understand this exercise.", "Our assignment says:",
            "Explain like in the lecture, step by step.",
        ],
        demands: [
            "I do not want the solution, only a hint.", "Show the steps please.",
            "Use the notation of the course.",
            "What would the tutor ask?", "Is my idea right?", "My result is «answer», is that correct?",
        ],
        slots: ["«problem»", "Task «1-9»: «problem»", "«problem»\nmy try: «answer»"],
        responses: [
            "A hint: look at what stays the same. Then count that.",
            "Your idea is right, only the last step divides by the wrong number.",
            "Step 1: write down what is given. Step 2: which rule of the lecture has these words?",
        ], tokens: (320, 480))

    static let product = FramePieces(
        openings: [
            "You answer customers of a shop.", "Classify the message.", "Draft a reply for the service desk.",
            "Summarise the call for the file.", "You are the help of our product.",
        ],
        demands: [
            "Friendly, short, no promises.", "Never name other companies.",
            "One of: order, return, bill, other.",
            "Give an urgency from 1 to 3.", "Ask for the order's number where it is missing.",
            "Use the customer's language.",
        ],
        slots: [
            "Customer: \"«customer»\"", "Message «1000-99999»: «customer»",
            "«customer»\nFacts: sent «2-9» days ago",
        ],
        responses: [
            "Hello! Thank you for writing. We look into it today.", "return, urgency «1-3»",
            "May I ask for the number of your order?",
        ], tokens: (620, 140))

    static let framework = FramePieces(
        openings: [
            "You are an assistant that uses tools. Follow the protocol exactly.",
            "Answer by Thought, Action, Observation until you can give a Final.",
            "You are part of a crew. Do your role and hand over.",
        ],
        demands: [
            "Action must be one of the tools.", "Never make up an Observation.", "Stop after «8-25» rounds.",
            "The memory below may be outdated.", "Use the tools only when needed.",
        ],
        slots: [
            "Tools: «tool», «tool»\nInput: «goal»", "Input: «wish»\nMemory: «file»",
            "Role: «area»\nInput: «customer»",
        ],
        responses: ["Thought: I need facts. Action: «tool»", "Final: see above.", "Handing over to «area»."],
        tokens: (1200, 360))

    static let contest = FramePieces(
        openings: ["We build this at the hackathon:", "Team «2-60», idea:", "We have until tomorrow noon."],
        demands: [
            "Give us a plan for «6-20» hours.", "What is the smallest thing that works?",
            "Write the first file.",
            "The jury likes clean demos.",
        ],
        slots: ["an app that helps to «goal»", "«wish», but with maps", "something with «item»"],
        responses: [
            "Start with one screen and fake data.", "Hour 1: the sketch. Hour 2: «file».", "Here is a start.",
        ],
        tokens: (500, 600))
}
