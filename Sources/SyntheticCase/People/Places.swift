/// A country of the invented world as it shows in the logs.
struct Place: Sendable {
    let code: String
    /// Whole hours from UTC; half-hour zones are rounded.
    let offset: Int
    /// Languages of the prompts; the first is the most likely.
    let languages: [Language]
    /// The invented company whose lines run into its homes.
    let line: String
    /// Relative number of honest customers.
    let weight: Double
}

enum Language: Sendable {
    case english, chinese, spanish, german, french, portuguese, japanese
}

enum Places {
    /// Sixteen: each has one /20 of 198.18.0.0/16.
    static let all: [Place] = [
        Place(code: "US", offset: -6, languages: [.english, .spanish], line: "Prairie Fibre", weight: 22),
        Place(code: "GB", offset: 0, languages: [.english], line: "Foxglove Broadband", weight: 9),
        Place(code: "DE", offset: 1, languages: [.german, .english], line: "Lindenhof Netz", weight: 8),
        Place(code: "FR", offset: 1, languages: [.french, .english], line: "Rive Claire", weight: 7),
        Place(
            code: "BR", offset: -3, languages: [.portuguese, .english], line: "Jacaranda Internet", weight: 6),
        Place(code: "IN", offset: 5, languages: [.english], line: "Monsoon Broadband", weight: 9),
        Place(code: "JP", offset: 9, languages: [.japanese, .english], line: "Hinoki Net", weight: 6),
        Place(code: "SG", offset: 8, languages: [.english, .chinese], line: "Straits Line", weight: 6),
        Place(code: "ES", offset: 1, languages: [.spanish, .english], line: "Encina Fibra", weight: 5),
        Place(code: "KR", offset: 9, languages: [.english], line: "Pine Valley Net", weight: 4),
        Place(code: "TW", offset: 8, languages: [.chinese, .english], line: "Camphor Net", weight: 6),
        Place(code: "NG", offset: 1, languages: [.english], line: "Harmattan Link", weight: 3),
        Place(code: "CA", offset: -5, languages: [.english, .french], line: "Birchline", weight: 5),
        Place(code: "AU", offset: 10, languages: [.english, .chinese], line: "Saltbush Net", weight: 4),
        Place(code: "MX", offset: -6, languages: [.spanish], line: "Agave Red", weight: 3),
        Place(code: "PL", offset: 1, languages: [.english, .german], line: "Bursztyn Net", weight: 3),
    ]

    static let weights = all.map(\.weight)

    static func index(of code: String) -> Int {
        all.firstIndex { $0.code.utf8.elementsEqual(code.utf8) } ?? 0
    }
}
