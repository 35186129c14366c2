import Foundation

/// Writes a world as an evidence folder, file after file.
struct EvidenceFolder {
    let world: World
    let folder: URL

    func write() throws(SyntheticCaseError) -> [WrittenFile] {
        try prepare()
        var files: [WrittenFile] = []
        let summaries = ActivitySummary.all(of: world)
        files.append(try lines("accounts.csv", AccountsTable.lines(world)))
        files.append(try lines("payments.csv", PaymentsTable.lines(world, summaries)))
        files.append(try lines("attributes.csv", AttributesTable.lines(world, summaries)))
        files.append(try lines("ip_ranges.csv", RangesTable.lines))
        files += try ActivityTables(world: world).write(in: folder)
        files.append(try lines("events.csv", EventsTable.lines))
        files.append(try lines("terms.csv", TermsTable.lines))
        files.append(try lines("case.yaml", CaseNote.lines))
        for profile in ProfileNotes.all(world) {
            files.append(try lines("profiles/\(profile.file)", profile.lines))
        }
        files.append(try lines("sources.csv", SourcesTable.lines(of: files)))
        try writeTruth()
        return files
    }

    private func prepare() throws(SyntheticCaseError) {
        let manager = FileManager.default
        let present = (try? manager.contentsOfDirectory(atPath: folder.path)) ?? []
        guard present.isEmpty else { throw SyntheticCaseError.folderNotEmpty(path: folder.path) }
        let profiles = folder.appendingPathComponent("profiles")
        do { try manager.createDirectory(at: profiles, withIntermediateDirectories: true) } catch {
            throw SyntheticCaseError.cannotWrite(path: profiles.path, reason: "\(error)")
        }
    }

    private func lines(_ name: String, _ lines: [String]) throws(SyntheticCaseError) -> WrittenFile {
        var file = try EvidenceFile(name, in: folder)
        for line in lines { try file.line(line) }
        return try file.finish()
    }

    /// Truth lies beside the folder, never in it.
    private func writeTruth() throws(SyntheticCaseError) {
        let beside = EvidenceFolder(world: world, folder: folder.deletingLastPathComponent())
        let name = folder.lastPathComponent
        _ = try beside.lines("\(name).truth.csv", TruthTables.campaigns(world))
        _ = try beside.lines("\(name).lookalikes.csv", TruthTables.lookAlikes(world))
    }
}
