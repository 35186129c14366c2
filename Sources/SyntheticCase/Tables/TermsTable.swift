/// terms.csv: the rules in force.
enum TermsTable {
    static let header = ["from", "to", "clause", "kind", "text"]

    static let lines: [String] = [TableText.row(header)] + rows.map(TableText.row)

    private static let rows: [[String]] = [
        [
            "2025-01-01T00:00:00Z", "", "3.1", "region",
            "The service is not offered in the countries listed as restricted.",
        ],
        ["2025-01-01T00:00:00Z", "2025-11-18T00:00:00Z", "4.2", "resale", "Access may not be resold."],
        [
            "2025-11-18T00:00:00Z", "", "4.2", "resale",
            "Access may be resold only by a declared reseller, who names its customers on request.",
        ],
        [
            "2025-01-01T00:00:00Z", "", "5.3", "automated_extraction",
            "Outputs may not be collected by automated means in order to imitate the service.",
        ],
        [
            "2025-01-01T00:00:00Z", "", "5.4", "competing_model",
            "Outputs may not be used to train a competing model without written agreement.",
        ],
        [
            "2025-12-15T00:00:00Z", "", "6.1", "identity",
            "Education, research and startup plans require a verified identity.",
        ],
    ]
}
