/// ip_ranges.csv: what the provider's address database says.
enum RangesTable {
    static let header = ["cidr", "asn", "as_name", "country", "usage"]

    static let lines: [String] =
        [TableText.row(header)]
        + AddressPlan.all.map { range in
            TableText.row([
                range.network.text, "\(range.asn)", range.name, range.country, range.usage.rawValue,
            ])
        } + Blemishes.ranges
}
