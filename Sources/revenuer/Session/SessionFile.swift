import CaseStore
import Casework
import Foundation
import Screens

/// Where a person's session of a case is kept: outside the case, readable by its owner alone.
///
/// `$XDG_STATE_HOME/revenuer/sessions`, or `~/.local/state/revenuer/sessions`, one file a case, named by the hash
/// of the case's path. A session that cannot be read is dropped; one that cannot be written is no reason to stop.
struct SessionFile: Sendable {
    private let file: URL
    private let casePath: String

    private struct Saved: Codable {
        /// Two paths may have one hash; the case's own path tells.
        var path: String
        var session: Session
    }

    init(of casePath: String, _ environment: [String: String]) {
        let path = URL(fileURLWithPath: casePath).resolvingSymlinksInPath().path
        self.casePath = path
        let name = StateFolder.name(of: path)
        file = StateFolder.of(environment).appendingPathComponent("sessions/\(name).json")
    }

    func load() -> Session? {
        guard let data = try? Data(contentsOf: file),
            let saved = try? JSONDecoder().decode(Saved.self, from: data), saved.path == casePath
        else { return nil }
        return saved.session
    }

    /// The file appears when it is whole.
    func save(_ session: Session) {
        let files = FileManager.default
        let folder = file.deletingLastPathComponent()
        try? files.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        guard let data = try? JSONEncoder().encode(Saved(path: casePath, session: session)) else { return }
        let draft = folder.appendingPathComponent(".\(file.lastPathComponent).\(getpid())")
        guard files.createFile(atPath: draft.path, contents: data, attributes: [.posixPermissions: 0o600])
        else {
            return
        }
        if rename(draft.path, file.path) != 0 { unlink(draft.path) }
    }
}

/// The folder for what a program remembers of its user, after the XDG base directory specification.
enum StateFolder {
    static func of(_ environment: [String: String]) -> URL {
        if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
            return URL(fileURLWithPath: state).appendingPathComponent("revenuer")
        }
        return URL(fileURLWithPath: NSHomeDirectory()).appendingPathComponent(".local/state/revenuer")
    }

    /// FNV-1a, 64 bits, of a path: for a name, not against an adversary.
    static func name(of path: String) -> String {
        let hash = path.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return String(hash, radix: 16)
    }
}

/// Saves a session now and then while a person works, so that a crash loses little, and at the end.
final class SessionSaving: @unchecked Sendable {
    // Its state belongs to the loop's thread; only `file`, which is a value, is used on the queue.
    private let file: SessionFile
    private let queue = DispatchQueue(label: "revenuer.session", qos: .utility)
    private var last: DispatchTime
    private var saved: Session?

    /// Seconds between two saves.
    private static let pauseSeconds = 5.0

    init(_ file: SessionFile) {
        self.file = file
        last = .now()
    }

    /// Called after every event; mostly does nothing.
    func pass(_ session: @autoclosure () -> Session) {
        let now = DispatchTime.now()
        guard now.uptimeNanoseconds - last.uptimeNanoseconds > UInt64(SessionSaving.pauseSeconds * 1e9) else {
            return
        }
        last = now
        let session = session()
        guard session != saved else { return }
        saved = session
        queue.async { [file] in file.save(session) }
    }

    /// Saves what is to come back, and waits until it is written.
    func end(_ session: Session) {
        queue.sync { file.save(session) }
    }
}
