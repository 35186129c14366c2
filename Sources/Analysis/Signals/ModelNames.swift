import Casework

/// Which of the models in the evidence a release is about.
///
/// Names are compared as words of ASCII letters and digits, without regard to case and separators. Tried in turn,
/// the first that matches anything decides: the same name; models that begin with the release's name (dated
/// versions); the longest model name within the release's name ("General release of amber-4"); models that hold it.
/// Matches end at word boundaries: `amber-4` is no part of `amber-45`. Anything else matches nothing.
enum ModelNames {
    private static let separator = UInt8(ascii: "-")
    /// Shorter names are found in too many others.
    private static let leastLength = 3

    /// Indices into the models, ascending.
    static func matches(_ release: String, _ models: [ExactText]) -> [Int] {
        let name = words(release)
        let folded = models.map { words($0.string) }
        func indices(_ test: ([UInt8]) -> Bool) -> [Int] {
            folded.indices.filter { !folded[$0].isEmpty && test(folded[$0]) }
        }
        guard !name.isEmpty else { return [] }
        let same = indices { $0 == name }
        if !same.isEmpty || name.count < leastLength { return same }
        let begun = indices { $0.starts(with: name + [separator]) }
        if !begun.isEmpty { return begun }
        let within = indices { $0.count >= leastLength && holds(name, $0) }
        if let longest = within.map({ folded[$0].count }).max() {
            return within.filter { folded[$0].count == longest }
        }
        return indices { holds($0, name) }
    }

    /// `Amber 4 (beta)` becomes `amber-4-beta`.
    private static func words(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        for byte in text.utf8 {
            let lower = (65...90).contains(byte) ? byte + 32 : byte
            let isWord = (97...122).contains(lower) || (48...57).contains(lower) || lower >= 128
            if isWord {
                result.append(lower)
            } else if !result.isEmpty, result.last != separator {
                result.append(separator)
            }
        }
        if result.last == separator { result.removeLast() }
        return result
    }

    /// Whether the words of one stand within the other. O(product of the lengths).
    private static func holds(_ text: [UInt8], _ part: [UInt8]) -> Bool {
        let (whole, wanted) = ([separator] + text + [separator], [separator] + part + [separator])
        guard wanted.count <= whole.count else { return false }
        return (0...whole.count - wanted.count).contains { start in
            whole[start] == wanted[0] && whole[start..<start + wanted.count].elementsEqual(wanted)
        }
    }
}
