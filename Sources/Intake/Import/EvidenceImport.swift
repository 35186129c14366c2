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

    /// - Parameters:
    ///   - earlier: what the case said of itself before this import; its clock offset counts until another
    ///     case.yaml comes.
    ///   - hashSeed: keeps hostile evidence from slowing dictionaries down; it changes no result.
    public init(
        sink: any EvidenceSink, earlier: CaseDescription? = nil,
        hashSeed: UInt64 = .random(in: .min ... .max)
    ) {
        self.init(sink: sink, earlier: earlier, hashSeed: hashSeed, sizes: BufferSizes())
    }

    /// - Parameter sizes: how much is held at a time; it changes no result.
    init(sink: any EvidenceSink, earlier: CaseDescription?, hashSeed: UInt64, sizes: BufferSizes) {
        self.sink = sink
        self.earlier = earlier
        self.hashSeed = hashSeed
        self.sizes = sizes
    }

    /// Imports folders and files.
    ///
    /// - Parameters:
    ///   - table: what files given by name are, whatever they are called; not for folders.
    ///   - progress: called now and then, on this thread.
    ///   - isCancelled: asked now and then; the file at hand is then abandoned whole.
    /// - Throws: `IntakeError`, and what the sink throws.
    public func run(
        _ paths: [String], table: EvidenceTable? = nil,
        progress: @escaping (ImportProgress) -> Void = { _ in },
        isCancelled: @escaping () -> Bool = { false }
    ) throws -> ImportSummary {
        let folder = try EvidenceFolder(paths, table: table)
        let total = folder.members.reduce(0) { $0 + ($1.recognition == nil ? 0 : $1.size) }
        var run = ImportRun(
            sink: sink, earlier: earlier, hashSeed: hashSeed, sizes: sizes, totalBytes: total,
            progress: progress, isCancelled: isCancelled)
        for member in folder.members { try run.take(member) }
        return run.summary
    }
}
