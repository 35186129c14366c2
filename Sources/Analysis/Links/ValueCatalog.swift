import Casework

/// Every value that can be evidence: those of the input, then those derived here, with kind and family.
struct ValueCatalog: Sendable {
    private let input: AnalysisInput
    /// Networks, sign-up buckets and lockstep windows with the number of their first value.
    private let derived: [(values: DerivedValues, first: Int)]
    let kinds: [ArtifactKind]
    /// Index into `kinds` of every value.
    let kind: [UInt16]
    let count: Int

    init(_ input: AnalysisInput, derived list: [DerivedValues]) {
        self.input = input
        var kinds = input.values.kinds
        var kind = input.values.kind
        var derived: [(DerivedValues, Int)] = []
        for values in list {
            derived.append((values, kind.count))
            // A log may already name a kind as we do; then both are the same kind.
            let index = kinds.firstIndex(of: values.kind) ?? kinds.count
            if index == kinds.count { kinds.append(values.kind) }
            kind.append(contentsOf: repeatElement(UInt16(index), count: values.keys.count))
        }
        self.kinds = kinds
        self.kind = kind
        self.derived = derived
        count = kind.count
    }

    /// Number and key of every derived value of a kind, ascending.
    func forEachDerived(_ kind: ArtifactKind, _ body: (Int, DerivedValues.Key) -> Void) {
        for (values, first) in derived where values.kind == kind {
            for (place, key) in values.keys.enumerated() { body(first + place, key) }
        }
    }

    /// The number of the derived value with a key. O(log values).
    func number(of key: DerivedValues.Key, kind: ArtifactKind) -> Int? {
        for (values, first) in derived where values.kind == kind {
            var (low, high) = (0, values.keys.count)
            while low < high {
                let middle = (low + high) / 2
                if values.keys[middle] < key { low = middle + 1 } else { high = middle }
            }
            if low < values.keys.count, values.keys[low] == key { return first + low }
        }
        return nil
    }

    func family(_ value: Int) -> EvidenceFamily { kinds[Int(kind[value])].family }

    func artifact(_ value: Int) -> Artifact {
        guard let (values, first) = derived.last(where: { $0.first <= value }) else {
            return input.values.artifact(value)
        }
        let key = values.keys[value - first]
        let text =
            switch values.kind {
            case .network: Networks.text(key)
            case .signUp: SignUpBuckets.start(of: Int64(bitPattern: key.low)).rfc3339
            default: lockstepText(key)
            }
        return Artifact(kind: values.kind, value: ExactText(text))
    }

    /// `2026-01-12T03:14:00Z FRAME`: the window, then the prompt key.
    private func lockstepText(_ key: DerivedValues.Key) -> String {
        let seconds = Int64(key.low) * Int64(LockstepWindows.windowSeconds)
        return Timestamp(milliseconds: seconds * 1000).rfc3339 + " " + input.values.text(Int(key.high))
    }

    /// Account, value and count of every incidence, of the input first; order is fixed.
    func forEachIncidence(_ body: (Int, Int, UInt32) -> Void) {
        for account in 0..<input.accounts.count {
            for place in input.holdings.offsets[account]..<input.holdings.offsets[account + 1] {
                body(account, Int(input.holdings.value[place]), input.holdings.count[place])
            }
        }
        for (values, first) in derived {
            for place in values.value.indices {
                body(Int(values.account[place]), first + Int(values.value[place]), values.count[place])
            }
        }
    }
}
