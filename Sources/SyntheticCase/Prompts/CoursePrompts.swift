/// A course's assignment, and what people build at a hackathon.
enum CoursePrompts {
    static let frames = [explain, debug, build, pitch]

    private static let work: [String: [String]] = [
        "algorithm": [
            "merge sort", "quicksort with a bad pivot", "the sieve", "binary search on a rotated list",
            "Dijkstra on the campus map", "the bracket matcher", "insertion sort on a linked list",
        ],
        "doubt": [
            "I do not see why the loop ends at n-1", "my version works but is slow", "what is the invariant",
            "is O(n log n) right here", "why does the recursion stop",
            "the tutor said there is an off-by-one",
            "my partner says the best case is linear",
        ],
        "code": [
            "def merge(a, b):\n    out = []\n    while a and b:\n        out.append((a if a[0] <= b[0] else b).pop(0))\n    return out",
            "for i in range(1, len(xs)):\n    while xs[i] < xs[i-1]:\n        xs[i], xs[i-1] = xs[i-1], xs[i]",
            "lo, hi = 0, len(xs)\nwhile lo < hi:\n    mid = (lo + hi) / 2",
            "def sieve(n):\n    p = [True] * n\n    for i in range(2, n):\n        for j in range(i, n, i):\n            p[j] = False",
        ],
    ]

    private static let explain = PromptFrame(
        "assignment-explain", tokens: (420, 520), typed: true,
        prompts: [
            "CS 204 Assignment 3, part «a|b|c». Explain step by step the reasoning behind the running time of «algorithm», as if to a first-year student. «doubt».",
            "Hi, for CS 204 assignment 3 we have to explain step by step how «algorithm» works and why it is correct. «doubt»?",
            "CS 204 A3 part «a|b|c»: explain the reasoning behind your answer step by step. My answer so far: it is O(n «log n|squared») because the list is halved each time. Is that enough?",
        ],
        responses: [
            "Each level touches every element once, and there are about log n levels. Part two is to say why a level costs n: nobody is looked at twice.",
            "The invariant: everything left of i is in order. It holds at the start, each step keeps it, and at the end i is the length.",
            "Close. Halving gives the number of levels; you also need the work per level.",
        ],
        lists: work)

    private static let debug = PromptFrame(
        "assignment-debug", tokens: (520, 380), typed: true,
        prompts: [
            "This is my code for CS 204 assignment 3 and it fails test «2-9». Don't give me the solution, just a hint.\n\n«code»",
            "why does this give «IndexError|the wrong order|an endless loop»?\n\n«code»\n\n(CS204 A3)",
        ],
        responses: [
            "Hint: what is left over when the loop ends? Try it with lists of length 1 and 3.",
            "Look at the smallest index the loop can reach, and at the type that `/` gives you.",
        ],
        lists: work)

    private static let build = PromptFrame(
        "hack-build", tokens: (900, 700), typed: true,
        prompts: [
            "We have until «Sunday noon|6 pm|tomorrow morning». Stack is «stack». Build us the smallest version of «idea» that can be shown on a projector.",
            "«stack», error on deploy: «error». We demo in «2-5» hours, what is the quickest fix?",
            "Write the code for one screen of «idea»: big button, a map, fake data is fine. «stack».",
            "Our judge criteria are usefulness, polish, and use of the tide data. What should we cut from «idea»?",
        ],
        responses: [
            "Then cut the login. One page, one list from a JSON file, one button. Here is the skeleton: …",
            "The build runs before the variables are set. Put the key in the host's settings and redeploy; that takes four minutes.",
            "One file, no build step: a header, the map, the button. Fake data in `data.json`.",
            "Keep the one number people came for. Drop accounts, history and settings.",
        ],
        lists: [
            "stack": [
                "Next.js and a sqlite file", "Flask + htmx", "Svelte", "Expo",
                "plain html and one Python script", "Godot",
            ],
            "idea": [
                "an app that tells dog walkers when the beach is wide enough",
                "a lost-glove exchange for buses", "live captions for the harbour radio",
                "a game about sandbanks", "a queue-length guess for the food trucks",
                "a flood map for cyclists",
            ],
            "error": [
                "cannot find module './tide'", "CORS blocked", "502 after thirty seconds",
                "blank page in Safari",
            ],
        ])

    private static let pitch = PromptFrame(
        "hack-pitch", tokens: (300, 260), typed: true,
        prompts: [
            "Two-minute pitch for «idea», one joke at most.",
            "Give «5-12» names for «idea». Short, no puns on 'tide', we've heard them all.",
            "Write the README for our hackathon project: «idea». Team of «3-5».",
        ],
        responses: [
            "Every morning somebody in this town walks to a beach that is not there. We fixed that.",
            "«Lowline, Sandhour, Slackwater, Ebb & Co, Groyne|Spit, Wrack, Landward, Fathom, Longshore».",
            "# Slackwater\nMade in 48 hours by four people and one kettle. Run `make` and open the page.",
        ],
        lists: [
            "idea": [
                "an app for dog walkers and tides", "the glove exchange", "captions for harbour radio",
                "the sandbank game", "a flood map for bikes",
            ]
        ])
}
