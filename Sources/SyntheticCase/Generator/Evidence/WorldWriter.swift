import Dispatch
import Foundation
import Synchronization

/// Writes a generated world: tables of accounts, then exchanges and samples in parts, then the rest.
struct WorldWriter: Sendable {
    let world: GeneratedWorld
    let title: String
    let folder: URL
    let isCompressed: Bool
    let threads: Int
    /// Exchanges of one part, in the mean.
    let partSize: Int

    func write(_ progress: @escaping @Sendable (Double) -> Void) throws(SyntheticCaseError) -> WorldSummary {
        try prepare()
        let order = accountOrder()
        let tables = HolderTables(world: world, order: order)
        var summary = WorldSummary()
        try tables.accounts(in: folder, &summary)
        try tables.payments(in: folder, &summary)
        try tables.attributes(in: folder, &summary)
        try activity(order, &summary, progress)
        let notes = WorldNotes(world: world, title: title)
        for file in notes.files(after: summary.files) {
            try lines(file.lines, file.name, in: folder)
            summary.files.append(file.name)
        }
        try writeTruth(order, &summary)
        return summary
    }

    private func prepare() throws(SyntheticCaseError) {
        let manager = FileManager.default
        let present = (try? manager.contentsOfDirectory(atPath: folder.path)) ?? []
        guard present.isEmpty else { throw .folderNotEmpty(path: folder.path) }
        let profiles = folder.appendingPathComponent("profiles")
        do { try manager.createDirectory(at: profiles, withIntermediateDirectories: true) } catch {
            throw .cannotWrite(path: profiles.path, reason: "\(error)")
        }
    }

    /// The accounts that the evidence has, in the order of their ids: scattered, so that rows betray nothing.
    private func accountOrder() -> [UInt32] {
        let names = AccountNames(seed: world.registry.seed)
        let codes = world.registry.people.indices.map { names.code($0) }
        return world.registry.people.indices.filter { world.coverage.has($0) }.map { UInt32($0) }
            .sorted { codes[Int($0)] < codes[Int($1)] }
    }

    /// Parts are ranges of accounts; which thread writes one makes no difference.
    private func activity(
        _ order: [UInt32], _ summary: inout WorldSummary, _ progress: @escaping @Sendable (Double) -> Void
    ) throws(SyntheticCaseError) {
        let count = max(
            1, (world.registry.knobs.exchangeCount + partSize / 2) / partSize)
        let writer = ActivityWriter(world: world, folder: folder, isCompressed: isCompressed)
        let state = Mutex<Progress>(Progress())
        DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
            while let part = state.withLock({ $0.next(of: count) }) {
                let range = order.count * part / count..<order.count * (part + 1) / count
                do throws(SyntheticCaseError) {
                    let written = try writer.write(part: part, order[range])
                    let share = state.withLock { $0.add(written, part) }
                    progress(Double(share) / Double(count))
                } catch {
                    state.withLock { $0.failure = error }
                }
            }
        }
        let end = state.withLock { $0 }
        if let failure = end.failure { throw failure }
        for (_, part) in end.parts.sorted(by: { $0.key < $1.key }) {
            summary.exchanges += part.exchanges
            summary.samples += part.samples
            summary.files += part.files
        }
    }

    /// Which parts are taken and which are written.
    private struct Progress {
        private var taken = 0
        var parts: [Int: ActivityWriter.Part] = [:]
        var failure: SyntheticCaseError?

        mutating func next(of count: Int) -> Int? {
            guard failure == nil, taken < count else { return nil }
            taken += 1
            return taken - 1
        }

        mutating func add(_ part: ActivityWriter.Part, _ number: Int) -> Int {
            parts[number] = part
            return parts.count
        }
    }

    private func lines(_ lines: [String], _ name: String, in folder: URL) throws(SyntheticCaseError) {
        var file = try PartFile(name, in: folder)
        for line in lines { file.bytes.add(line + "\n") }
        try file.finish()
    }

    /// Truth lies beside the folder, never in it.
    private func writeTruth(_ order: [UInt32], _ summary: inout WorldSummary) throws(SyntheticCaseError) {
        let beside = folder.deletingLastPathComponent()
        let name = folder.lastPathComponent
        let truth = WorldTruth(world: world, order: order)
        try lines(truth.campaigns(), "\(name).truth.csv", in: beside)
        try lines(truth.lookAlikes(), "\(name).lookalikes.csv", in: beside)
        try lines(truth.evidence(), "\(name).evidence.csv", in: beside)
        summary.accounts = order.count
        summary.fraudulent = truth.fraudulent.count
        summary.operations = world.registry.operations.count
        summary.lookAlikes = truth.innocent.count
    }
}
