import Casework

/// Which addresses of a case lie in a restricted country, by the longest range that names a country.
struct RestrictedAddresses: Sendable {
    /// Codes as the case lists them, ascending.
    let countries: [String]
    /// By value: index into `ranges` of the range that places it in a restricted country, -1 for all others.
    let range: [Int32]

    /// O(addresses · prefix lengths · log ranges); at once where no range lies in a restricted country.
    init(_ input: AnalysisInput) {
        let countries = Set(input.restrictedCountries.map(Self.folded)).sorted()
        self.countries = countries
        var found = [Int32](repeating: -1, count: input.values.count)
        let placed = input.ranges.indices.filter { input.ranges[$0].country != nil }
        func isRestricted(_ range: Int) -> Bool {
            input.ranges[range].country.map { countries.contains(Self.folded($0)) } ?? false
        }
        let restricted = placed.filter(isRestricted)
        if !restricted.isEmpty, let kind = input.values.kinds.firstIndex(of: .address) {
            let few = RangeTable(restricted.map { input.ranges[$0].range })
            let all = RangeTable(placed.map { input.ranges[$0].range })
            for value in 0..<input.values.count where Int(input.values.kind[value]) == kind {
                guard let address = IPAddress(input.values.text(value)), few.longest(holding: address) != nil,
                    let longest = all.longest(holding: address), isRestricted(placed[longest])
                else { continue }
                found[value] = Int32(placed[longest])
            }
        }
        range = found
    }

    /// Capital letters, so that `xq` and `XQ` are one country.
    static func folded(_ country: String) -> String {
        String(decoding: country.utf8.map { (97...122).contains($0) ? $0 - 32 : $0 }, as: UTF8.self)
    }

    /// The code as the case lists it; nil if it is not restricted.
    func listed(_ country: String) -> String? {
        let folded = Self.folded(country)
        return countries.contains(folded) ? folded : nil
    }
}
