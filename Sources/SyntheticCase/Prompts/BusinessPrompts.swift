/// What the software of small businesses asks, by the hour or whenever a customer writes.
enum BusinessPrompts {
    static let frames = [
        digest, tickets, reviews, logs, prices, advertisements, listings, support, extraction,
    ]

    private static let digest = PromptFrame(
        "news-digest", tokens: (2400, 260),
        prompts: [
            "Summarise these «8-30» headlines for farmers in our valley in five bullets, weather first. Today's lead: \"«lead»\"",
            "Morning digest no. «100-900». Keep it to 120 words. Items: «lead»; «lead»; «lead».",
        ],
        responses: [
            "• «Frost in the lower fields until Thursday|Rain from noon|Dry until the weekend» • Milk price unchanged • The bridge stays closed • Co-op meets on Friday",
            "«Weather: mild, wind from the west.|Frost tonight.» The market moves to the school hall. Two roads closed, both until Friday.",
        ],
        lists: [
            "lead": [
                "Bridge at Alder Mill closed until spring", "Late frost feared",
                "Co-op votes on new cold store", "Bus line 14 runs hourly again",
                "Wool price highest in nine years", "School hall roof approved",
                "Wolf seen near upper pasture",
            ]
        ])

    private static let tickets = PromptFrame(
        "ticket-sort", tokens: (420, 40),
        prompts: [
            "Route this ticket to one of billing, shipping, technical, other. Reply with one word.\n\"«text»\"",
            "Urgency 1-5 and department for: \"«text»\"",
        ],
        responses: [
            "«shipping|billing|technical|other»",
            "«1-5», «billing|technical|shipping»",
        ],
        lists: [
            "text": [
                "My parcel says delivered but the porch is empty.",
                "Charged twice in «May|June|October», please fix.", "The app forgets my filter every time.",
                "Do you deliver to the islands?", "Invoice «1000-9999» has my old address.",
                "Printer shows E-«11-49» and beeps.", "I want to speak to a human. Third time I write.",
            ]
        ])

    private static let reviews = PromptFrame(
        "review-tags", tokens: (300, 50),
        prompts: [
            "Tags (size, quality, delivery, price, service) and sentiment for this review: \"«text»\"",
            "Extract product complaints as JSON list, empty if none: \"«text»\"",
        ],
        responses: [
            "«size: negative|quality: negative|delivery: positive|price: negative|quality: positive; delivery: positive»",
            "«[]|[\"zip\"]|[\"size\"]|[\"box\"]»",
        ],
        lists: [
            "text": [
                "Lovely colour but it runs a size small.", "Zip broke after «2-9» days. Otherwise fine.",
                "Came a day early, well packed, my mother cried.", "Too dear for what it is.",
                "«3|4» stars because the box was wet.", "Exactly as described. Would buy again.",
            ]
        ])

    private static let logs = PromptFrame(
        "log-summary", tokens: (3200, 180),
        prompts: [
            "Hourly log of host «web|db|cron»-«1-9»: «2000-9000» lines, «0-40» warnings. Top message: \"«line»\". Anything new since the last hour?",
            "Group these log lines and give counts:\n«line»\n«line»\n«line»",
        ],
        responses: [
            "«Nothing new. The retries are the same «3-9» clients as before.|New, and worth a look before the weekend.|Quieter than the hour before.»",
            "«12-60» × the first, «1-9» × the second, 1 × the third.",
        ],
        lists: [
            "line": [
                "upstream timed out, retrying", "slow query: 2.«1-9» s on orders", "disk usage 8«1-9» %",
                "certificate expires in «5-25» days", "user import finished: «10-900» rows",
                "cache miss ratio 0.«2-6»",
            ]
        ])

    private static let prices = PromptFrame(
        "price-watch", tokens: (1500, 60),
        prompts: [
            "Page text of a competitor's shop follows. Return article, price and currency as JSON. «i:item» … «e:5-480»,90 … in stock",
            "Did the price of «i:item» change against yesterday's «200-480»? Page says: \"now only «90-199»!\"",
        ],
        responses: [
            "{\"article\":\"«i»\",\"price\":«e».90,\"currency\":\"EUR\"}",
            "«Yes, it fell.|Yes, by a good part; the page gives no reason.|It did, unless the older figure was with delivery.»",
        ],
        lists: [
            "item": [
                "hiking boot Tarn, 43", "pellet stove 6 kW", "child seat Finch", "espresso grinder",
                "garden hose 25 m", "e-bike battery 500 Wh",
            ]
        ])

    private static let advertisements = PromptFrame(
        "ad-check", tokens: (700, 140),
        prompts: [
            "Is our ad text shown here in «Portuguese|German|Japanese|Spanish» correct and polite? \"«ad»\"",
            "Landing page as seen from «Brazil|Japan|Germany»: headline \"«ad»\". Does it match the campaign brief (outdoor, families)?",
        ],
        responses: [
            "«Correct, but 'cheap' sounds poor in that language; use 'good value'.|Correct and friendly.|Understandable, though nobody would say it that way.»",
            "«It matches; the picture still shows the winter tent.|Not quite: the children are missing.»",
        ],
        lists: [
            "ad": [
                "Tents that stay dry. Children that don't mind.", "Cheap boots for every path",
                "Your summer, packed in ten minutes", "Rain? Rent a roof.",
            ]
        ])

    private static let listings = PromptFrame(
        "listing-copy", tokens: (380, 280),
        prompts: [
            "Write a shop description, «60-120» words, no superlatives: «i:item», material «wool|oak|steel|linen», made in small batches.",
            "Title (max 80 characters) and five bullet points for: «i:item».",
        ],
        responses: [
            "A plain «i», made in small batches, so that no two are quite alike. «Wash by hand.|Lasts longer than its owner, with care.»",
            "«i», oiled twice • fits any kitchen • made to be repaired • packed without plastic • ships in three days",
        ],
        lists: [
            "item": [
                "stoneware jug", "bread board", "blanket 130x180", "enamel lamp", "letter opener",
                "set of four linen napkins", "child's stool",
            ]
        ])

    private static let support = PromptFrame(
        "support-reply", tokens: (600, 180),
        prompts: [
            "You answer for a small «bike|plant|piano» shop. Friendly, short, no promises. Customer: \"«text»\"",
            "Draft a reply. Facts: order «1000-9999», sent on «Monday|Thursday», carrier late. Customer: \"«text»\"",
        ],
        responses: [
            "«Hello! We have asked the depot; you will hear from us tomorrow either way.|Thank you for writing. Please send us a photo, then we can say more.»",
            "Hello! It left us on time and is stuck at the carrier's depot. We are sorry, and we are on it.",
        ],
        lists: [
            "text": [
                "where is my parcel", "it arrived broken and I leave on Friday",
                "can I change the colour still", "leaves turn yellow, is it ill?",
                "the pedal clicks since yesterday", "you are the third shop I ask",
            ]
        ])

    private static let extraction = PromptFrame(
        "doc-extract", tokens: (1800, 160),
        prompts: [
            "Extract supplier, date, net, tax and total from this invoice text as JSON: \"… No. «1000-9999» … net «e:100-900»,00 … tax 1«5-9» % …\"",
            "Does this delivery note match the order? Order: «3-40» pieces. Note: \"… «3-40» pcs «item» …\"",
        ],
        responses: [
            "{\"supplier\":\"Feldkamp\",\"net\":«e».00,\"tax\":«19-171».00}",
            "«They differ: «2-9» pieces short.|They match.»",
        ],
        lists: ["item": ["gaskets", "hinges", "jars 0.5 l", "cartons B2", "door closers"]])
}
