/// What honest people talk about: a few dozen mixtures of topics for each place, shared by its people.
struct TopicShelf: Sendable {
    static let mixtures = 48
    private var kept: [(first: UInt32, count: UInt16)?] = Array(
        repeating: nil, count: Places.all.count * mixtures)

    subscript(_ place: Int, _ number: Int) -> (first: UInt32, count: UInt16)? {
        get { kept[place * TopicShelf.mixtures + number] }
        set { kept[place * TopicShelf.mixtures + number] = newValue }
    }

    static func mixture(_ place: Int, _ number: Int, seed: UInt64) -> [Task] {
        var random = SeededRandom(seed: seed, stream: "topics-\(place)-\(number)")
        return EverydayWork.topics(for: Places.all[place], &random).map {
            Task(frame: UInt16(clamping: $0.frame), key: 0, weight: Float($0.weight))
        }
    }
}
