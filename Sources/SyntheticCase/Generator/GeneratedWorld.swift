public import Foundation

/// An invented world of any size, with operations, everybody who only looks like one, and the truth. All SYNTHETIC.
///
/// The same knobs and seed give the same bytes on every machine and with any number of threads (compressed files:
/// with the same zlib). Memory is linear in the accounts, some 400 bytes each; exchanges are never all in it.
public struct GeneratedWorld: Sendable {
    let registry: Registry
    let coverage: Coverage
    private let title: String

    /// Invents the accounts; their exchanges come to be when they are written.
    ///
    /// - Parameter title: what the case is called; `(SYNTHETIC)` is added.
    /// - Throws: `SyntheticCaseError` where the knobs contradict each other.
    public init(title: String, knobs: KnobSettings, seed: UInt64) throws(SyntheticCaseError) {
        var registry = Registry(seed: seed, knobs: knobs)
        try OperationEntry.enter(&registry)
        try GeneratedWorld.fill(&registry)
        try Volumes.settle(&registry)
        self.title = title
        self.registry = registry
        coverage = Coverage(registry)
    }

    /// Look-alikes by their shares, and private people for the rest.
    private static func fill(_ registry: inout Registry) throws(SyntheticCaseError) {
        let accounts = registry.knobs.accountCount
        let counts = CrowdShare.all.map { Int(Double(accounts) * registry.knobs[$0.share]) }
        let wanted = registry.people.count + counts.reduce(0, +)
        guard wanted <= accounts else { throw .crowded(accounts: accounts, wanted: wanted) }
        for (entry, count) in zip(CrowdShare.all, counts) where count > 0 {
            entry.crowd.enter(&registry, count: count)
        }
        PrivatePeople().enter(&registry, count: accounts - registry.people.count)
    }

    /// Writes the evidence folder, and beside it `FOLDER.truth.csv`, `FOLDER.lookalikes.csv` and
    /// `FOLDER.evidence.csv`, which says for every operation what leads to its lab.
    ///
    /// `case.yaml` is written last: a folder without it is not whole.
    ///
    /// - Parameters:
    ///   - folder: a folder that does not exist or is empty.
    ///   - compressed: whether exchanges and samples are written as `.gz`.
    ///   - threads: how many parts are written at the same time.
    ///   - partSize: exchanges of one part, in the mean.
    ///   - progress: told the share of the accounts that are written, from any thread.
    @discardableResult
    public func write(
        to folder: URL, compressed: Bool = false, threads: Int = 2, partSize: Int = 1_000_000,
        progress: @escaping @Sendable (Double) -> Void = { _ in }
    ) throws(SyntheticCaseError) -> WorldSummary {
        let writer = WorldWriter(
            world: self, title: title, folder: folder, isCompressed: compressed, threads: max(1, threads),
            partSize: max(1, partSize))
        return try writer.write(progress)
    }
}

/// What was written.
public struct WorldSummary: Sendable, Equatable {
    public var accounts = 0
    public var fraudulent = 0
    public var operations = 0
    public var lookAlikes = 0
    public var exchanges = 0
    public var samples = 0
    /// Names within the folder, in the order written.
    public var files: [String] = []
}
