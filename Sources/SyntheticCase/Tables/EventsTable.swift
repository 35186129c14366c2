/// events.csv: what happened around the logs.
enum EventsTable {
    static let header = ["at", "kind", "name", "detail", "actor"]

    static let lines: [String] = [TableText.row(header)] + rows.map(TableText.row)

    private static let rows: [[String]] = [
        [
            "2025-11-18T10:00:00Z", "policy_change", "Rate limits by organisation",
            "Accounts that name an organisation share one limit", "",
        ],
        [Calendar.banWaves[0].text, "ban_wave", "First wave", "25 accounts banned for resale", ""],
        [
            "2025-12-06T08:00:00Z", "other", "Tidewater hackathon", "Free credits with the code HACK-TIDE25",
            "",
        ],
        [
            "2025-12-09T12:00:00Z", "roadmap", "Amber announces an agent model for spring",
            "Conference talk, SYNTHETIC", "Amber",
        ],
        [
            Calendar.verification.text, "policy_change", "Identity verification",
            "For plans education, research and startup", "",
        ],
        [
            "2025-12-17T15:30:00Z", "other", "Research agreement",
            "Open Evaluation Collective may grade and compare models", "",
        ],
        [
            Calendar.banWaves[1].text, "ban_wave", "Second wave",
            "25 accounts banned, two more suspended by mistake", "",
        ],
        [Calendar.release.text, "model_release", "m-large-4.5", "All surfaces at once", ""],
        [
            "2026-01-22T09:00:00Z", "roadmap", "Dolomite names a date for its code model",
            "Press note, SYNTHETIC", "Dolomite",
        ],
        [
            Calendar.banWaves[2].text, "ban_wave", "Third wave", "Accounts banned for automated extraction",
            "",
        ],
        [
            "2026-02-03T11:00:00Z", "roadmap", "Basalt shows a screen-reading model",
            "Demonstration, SYNTHETIC", "Basalt",
        ],
        [
            "2026-02-12T08:00:00Z", "roadmap", "Cobalt opens a grader for public tests", "Notice, SYNTHETIC",
            "Cobalt",
        ],
    ]
}
