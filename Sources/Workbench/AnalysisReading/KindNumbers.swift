import Casework

/// Kinds by number of first use, and their ranks by bytes.
struct KindNumbers {
    private var numbers: [ArtifactKind: UInt16] = [:]
    private var kinds: [ArtifactKind] = []

    mutating func number(_ kind: ArtifactKind) -> UInt16 {
        if let number = numbers[kind] { return number }
        let number = UInt16(kinds.count)
        numbers[kind] = number
        kinds.append(kind)
        return number
    }

    var sorted: [ArtifactKind] { kinds.sorted() }

    /// By number: the place in `sorted`.
    var ranks: [Int] {
        var ranks = [Int](repeating: 0, count: kinds.count)
        for (rank, kind) in sorted.enumerated() { ranks[Int(numbers[kind] ?? 0)] = rank }
        return ranks
    }
}
