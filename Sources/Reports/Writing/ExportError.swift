import Foundation

/// Why an export could not be written.
public struct ExportError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Step: Hashable, Sendable { case create, write, rename, replace }

    public var step: Step
    public var path: String
    /// The system's error number; 0 where the system had no part in it.
    public var code: Int32

    public init(_ step: Step, path: String, code: Int32) {
        self.step = step
        self.path = path
        self.code = code
    }

    /// True where the reader of a pipe went away: no fault of ours, and nobody to tell.
    public var isBrokenPipe: Bool { code == EPIPE }

    public var description: String {
        let reason = code == 0 ? "" : ": \(String(cString: strerror(code)))"
        return switch step {
        case .create: "cannot create \(path)\(reason)"
        case .write: "cannot write \(path)\(reason)"
        case .rename: "cannot put the finished export at \(path)\(reason)"
        case .replace: "\(path) exists already: choose another folder, or remove it first"
        }
    }
}
