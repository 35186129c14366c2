public import Casework
import Foundation

/// What an indicator file gave.
public struct IndicatorReading: Sendable {
    public var records: [IndicatorRecord] = []
    /// Objects that could not be read, each with its line.
    public var rejects: [Reject] = []
    /// What was left out on purpose, in words; nil for nothing.
    public var note: String?

    public init() {}
}

/// Why a whole indicator file cannot be read.
public enum IndicatorFileError: Error, Hashable, Sendable {
    /// Not JSON; the line is where it breaks off.
    case notJSON(line: Int, what: String)
    /// JSON, but neither a STIX 2.1 bundle nor a MISP event.
    case unknownForm

    public var line: Int {
        switch self {
        case .notJSON(let line, _): line
        case .unknownForm: 1
        }
    }

    public var problem: String {
        switch self {
        case .notJSON(_, let what): "not JSON: \(what)"
        case .unknownForm: "neither a STIX 2.1 bundle nor a MISP event"
        }
    }
}

/// Reads `indicators/*.json`: STIX 2.1 bundles and MISP events.
public enum IndicatorFile {
    /// Records in the order of the file. Linear in the bytes.
    public static func read(_ bytes: [UInt8]) throws(IndicatorFileError) -> IndicatorReading {
        let root = try JSONTree.read(bytes)
        let lines = LineIndex(bytes)
        if root["type"]?.text == "bundle" {
            return STIXBundle(root, lines).reading
        }
        if let events = MISPEvent.events(in: root) {
            var reading = IndicatorReading()
            for event in events { MISPEvent(event, lines).add(to: &reading) }
            return reading
        }
        throw .unknownForm
    }
}
