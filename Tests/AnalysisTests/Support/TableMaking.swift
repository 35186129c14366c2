import Casework

@testable import Analysis

extension SmallWorld {
    /// The incidence table and catalog of this world.
    func table(_ settings: AnalysisSettings = AnalysisSettings()) -> (ValueCatalog, IncidenceTable) {
        let input = input()
        let derived = [
            Networks.derive(input, addresses: AddressTable(input)), SignUpBuckets.derive(input.accounts),
            LockstepWindows.derive(input),
        ]
        let catalog = ValueCatalog(input, derived: derived)
        return (catalog, IncidenceTable(catalog, coverage: Coverage(input), settings: settings))
    }

    /// What groups are held against in this world.
    func background() -> Background {
        let input = input()
        return Background(input, addresses: AddressTable(input), table: table().1)
    }

    /// The number of a value of the table.
    func value(_ kind: ArtifactKind, _ text: String) -> Int? {
        let (catalog, table) = table()
        return (0..<table.valueCount).first {
            catalog.artifact($0) == Artifact(kind: kind, value: ExactText(text))
        }
    }

    /// Indices of the accounts of a truth, ascending.
    func members(_ truth: String) -> [Int32] {
        let truths = Dictionary(uniqueKeysWithValues: accounts.map { ($0.id, $0.truth) })
        return ids.enumerated().filter { truths[$0.element] == truth }.map { Int32($0.offset) }
    }
}
