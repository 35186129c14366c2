import Foundation

/// Compares text with a file kept beside the test.
///
/// The file is `Snapshots/NAME` next to the test's source. A missing one is written and the check fails, so
/// that somebody looks at it; with `RECORD=1` in the environment it is rewritten and the check passes.
public enum Snapshot {
    public struct Mismatch: Error, CustomStringConvertible {
        public let description: String
    }

    /// Throws where the text is not what the file has; the message shows the first line that differs.
    public static func check(
        _ text: String, _ name: String, beside source: String = #filePath,
        environment: [String: String] = TestEnvironment.current
    ) throws {
        let folder = URL(fileURLWithPath: source).deletingLastPathComponent().appendingPathComponent(
            "Snapshots")
        let file = folder.appendingPathComponent(name)
        let kept = try? Data(contentsOf: file)
        let bytes = Data(text.utf8)
        if kept == bytes { return }
        let isRecording = environment["RECORD"] == "1"
        if kept == nil || isRecording {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try bytes.write(to: file)
        }
        guard !isRecording else { return }
        guard let kept else {
            throw Mismatch(description: "Snapshots/\(name) was missing: written now, look at it")
        }
        throw Mismatch(description: difference(String(decoding: kept, as: UTF8.self), text, name))
    }

    private static func difference(_ kept: String, _ text: String, _ name: String) -> String {
        let old = lines(kept)
        let new = lines(text)
        let same = zip(old, new).prefix { $0.utf8.elementsEqual($1.utf8) }.count
        let expected = same < old.count ? old[same].debugDescription : "the end"
        let found = same < new.count ? new[same].debugDescription : "the end"
        return """
            Snapshots/\(name) differs at line \(same + 1) (RECORD=1 rewrites it):
            expected \(expected)
            found    \(found)
            """
    }

    private static func lines(_ text: String) -> [String] {
        text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
            String(Substring($0))
        }
    }
}
