public import Foundation

/// The sample case: an invented service, some 680 accounts, three campaigns after the published ones, one actor in
/// no profile, and everybody who only looks like them. All of it is SYNTHETIC.
///
/// The same seed gives the same bytes (the compressed exchanges: with the same zlib).
public struct QuickstartWorld: Sendable {
    /// The seed of the committed sample case.
    public static let committedSeed: UInt64 = 20_260_218
    private static let individualCount = 102
    private let world: World

    /// Invents the world; some 40,000 exchanges, a second or two.
    public init(seed: UInt64) {
        var world = World(seed: seed)
        for party in QuickstartWorld.parties { party.enter(&world) }
        world.settle()
        Blemishes.mark(&world)
        self.world = world
    }

    private static let parties: [any Party] = [
        AmberNetwork(), BasaltPaths(), CobaltRelay(), NamelessTutors(), Enterprise(), UniversityClass(),
        Hackathon(),
        DeclaredReseller(), FrameworkUsers(), ProxyCustomers(), Households(), SharedNetworks(),
        ResearchGroup(),
        ScheduledJobs(), Individuals(count: individualCount),
    ]

    /// Writes the evidence folder, and beside it `FOLDER.truth.csv` and `FOLDER.lookalikes.csv`.
    ///
    /// - Parameter folder: a folder that does not exist or is empty.
    /// - Returns: the files of the folder in the order written, `sources.csv` last.
    @discardableResult
    public func write(to folder: URL) throws(SyntheticCaseError) -> [WrittenFile] {
        try EvidenceFolder(world: world, folder: folder).write()
    }
}
