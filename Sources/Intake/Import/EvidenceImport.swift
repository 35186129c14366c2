public import Casework

/// Reads evidence files into a sink: `revenuer import`.
///
/// Files are read one after the other: the case first, then accounts, then the rest, parts in the order of
/// their names' bytes. What is wrong with one file fails that file alone. Memory is bounded by buffers and by
/// the distinct values of a file's columns.
public struct EvidenceImport {
    private let sink: any EvidenceSink
    private let earlier: CaseDescription?
    private let hashSeed: UInt64
    private let sizes: BufferSizes
    private let checks: ForeignChecks?

    /// - Parameters:
    ///   - earlier: what the case said of itself before this import; its clock offset counts until another
    ///     case.yaml comes.
    ///   - hashSeed: keeps hostile evidence from slowing dictionaries down; it changes no result.
    ///   - checks: how rules and indicators are read; without it they are listed as ignored.
    public init(
        sink: any EvidenceSink, earlier: CaseDescription? = nil,
        hashSeed: UInt64 = .random(in: .min ... .max), checks: ForeignChecks? = nil
    ) {
        self.init(sink: sink, earlier: earlier, hashSeed: hashSeed, sizes: BufferSizes(), checks: checks)
    }

    /// - Parameter sizes: how much is held at a time; it changes no result.
    init(
        sink: any EvidenceSink, earlier: CaseDescription?, hashSeed: UInt64, sizes: BufferSizes,
        checks: ForeignChecks? = nil
    ) {
        self.checks = checks
        self.sink = sink
        self.earlier = earlier
        self.hashSeed = hashSeed
        self.sizes = sizes
    }

    /// Imports folders and files.
    ///
    /// - Parameters:
    ///   - table: what files given by name are, whatever they are called; not for folders.
    ///   - maps: how foreign files are read. Of a file given by name, the first map that is for its name
    ///     counts, else the first map; in a folder, a map counts for the files it names or, where it names
    ///     none, for those that the format does not know.
    ///   - progress: called now and then, on this thread.
    ///   - isCancelled: asked now and then; the file at hand is then abandoned whole.
    /// - Throws: `IntakeError`, `MapError` for a map that is not decided, and what the sink throws.
    public func run(
        _ paths: [String], table: EvidenceTable? = nil, maps: [EvidenceMap] = [],
        progress: @escaping (ImportProgress) -> Void = { _ in },
        isCancelled: @escaping () -> Bool = { false }
    ) throws -> ImportSummary {
        let folder = try EvidenceFolder(
            paths, table: table, maps: try maps.map { try $0.decided() }, readsRules: checks != nil)
        let total = folder.members.reduce(0) { $0 + ($1.recognition == nil ? 0 : $1.size) }
        var run = ImportRun(
            sink: sink, earlier: earlier, hashSeed: hashSeed, sizes: sizes, checks: checks,
            totalBytes: total,
            progress: progress, isCancelled: isCancelled)
        for member in folder.members { try run.take(member) }
        return run.summary
    }
}
