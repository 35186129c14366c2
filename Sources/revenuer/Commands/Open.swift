import ArgumentParser
import CaseStore
import Casework
import CursesTerminal
import Foundation
import Screens
import Terminal
import Workbench

/// `revenuer open CASE`, and `revenuer CASE`: the workbench; without a terminal, the overview.
struct Open: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The workbench. Without a terminal on standard output it prints the overview.")

    @Argument(help: "The case file.", completion: .file())
    var path: String

    @Flag(name: .customLong("read-only"), help: "Start no job and write nothing.")
    var readOnly = false

    @Option(help: "Colours: dark, light, sixteen, greyscale or mono. NO_COLOR is honoured.")
    var palette: String?

    @Flag(help: "Begin at the overview, not where the last session ended.")
    var fresh = false

    @Flag(help: "A conversation in lines of text instead of screens: for screen readers and scripts.")
    var plain = false

    @OptionGroup var zone: ZoneOption

    func run() throws { try zone.using(start) }

    private func start() throws {
        let reader = try CaseReader(opening: path)
        if plain { return try PlainConversation(reader, isReadOnly: readOnly).run() }
        guard StandardOutput.isTerminal else { return try OverviewPrinting.print(reader, asJSON: false) }
        try WorkbenchSession.run(reader, palette: try paletteName(), isReadOnly: readOnly, isFresh: fresh)
    }

    private func paletteName() throws -> Palette.Name? {
        guard let palette else { return nil }
        if let name = Palette.Name(rawValue: palette) { return name }
        let known = Palette.Name.allCases.map(\.rawValue).joined(separator: ", ")
        throw CommandFailure.usage("There is no palette named \(palette). Known: \(known).")
    }
}

/// The workbench over one case, from taking the terminal to giving it back.
enum WorkbenchSession {
    static func run(
        _ reader: CaseReader, palette: Palette.Name?, isReadOnly: Bool, isFresh: Bool = false,
        offersTour: Bool = false
    ) throws {
        CaseReader.keepLittleMemory()
        let overview = try reader.overview()
        let environment = ProcessInfo.processInfo.environment
        let device = try CursesTerminal(palette: palette, environment: environment)
        let mailbox = Mailbox(waker: device.waker)
        var workspace = Workspace(
            title: overview.title, isSynthetic: overview.synthetic, size: device.size, glyphs: device.glyphs,
            isReadOnly: isReadOnly)
        workspace.know(overview)
        let file = SessionFile(of: reader.path, environment)
        let session = file.load()
        if offersTour, session == nil { workspace.offerTour() }
        if !isFresh, let session { workspace.resume(session) }
        var loop = WorkbenchLoop(
            device: device, workspace: workspace, mailbox: mailbox,
            requests: try RequestDesk(reader: reader, mailbox: mailbox),
            jobs: JobDesk(
                path: reader.path, isReadOnly: isReadOnly, act: Operator.act, mailbox: mailbox),
            decisions: DecisionDesk(
                path: reader.path, isReadOnly: isReadOnly, act: Operator.act, mailbox: mailbox),
            saving: SessionSaving(file))
        let signal = loop.run()
        if signal != 0 { CursesTerminal.exit(bySignal: signal) }
        if loop.hasUnsaved { throw ExitCode(ExitStatus.failed) }
    }
}
