/// How people type when nobody looks: no capitals, no full stop, a slip now and then.
enum Keyboard {
    static func type(_ text: String, _ random: inout SeededRandom) -> String {
        var typed = text
        if random.chance(0.28), typed.dropFirst().first?.isUppercase == false {
            typed = typed.prefix(1).lowercased() + typed.dropFirst()
        }
        if random.chance(0.3), typed.last == "." || typed.last == "?" { typed.removeLast() }
        if random.chance(0.1) { typed = slip(typed, &random) }
        if random.chance(0.08) { typed += random.pick([" thanks!", " thx", " :)", " please"]) }
        return typed
    }

    /// Two neighbouring letters change places.
    private static func slip(_ text: String, _ random: inout SeededRandom) -> String {
        var letters = Array(text)
        guard letters.count > 20 else { return text }
        let place = 5 + random.below(letters.count - 10)
        guard letters[place].isLetter, letters[place + 1].isLetter, letters[place].isASCII else {
            return text
        }
        letters.swapAt(place, place + 1)
        return String(letters)
    }
}
