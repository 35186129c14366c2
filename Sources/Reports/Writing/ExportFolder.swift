import Foundation

/// A folder of exported files that appears under its name when it is whole.
///
/// Files are written in `.NAME.partial` beside it; `commit` renames. What stands at the path already is never
/// replaced, unless it is an empty folder. A partial folder that a kill left behind is removed first.
final class ExportFolder {
    let path: String
    private let partialPath: String
    private var isOpen = true

    init(path: String) throws(ExportError) {
        self.path = path
        partialPath = PartialName.of(path)
        let files = FileManager.default
        if files.fileExists(atPath: path) {
            let isEmpty = (try? files.contentsOfDirectory(atPath: path).isEmpty) ?? false
            guard isEmpty else { throw ExportError(.replace, path: path, code: 0) }
        }
        try? files.removeItem(atPath: partialPath)
        guard mkdir(partialPath, 0o700) == 0 else { throw ExportError(.create, path: path, code: errno) }
    }

    deinit {
        if isOpen { try? FileManager.default.removeItem(atPath: partialPath) }
    }

    /// Writes one file of the folder.
    func file(_ name: String, _ fill: (any ByteSink) throws -> Void) throws {
        let sink = try FileSink(path: partialPath + "/" + name)
        try fill(sink)
        try sink.commit()
    }

    func commit() throws(ExportError) {
        guard rename(partialPath, path) == 0 else { throw ExportError(.rename, path: path, code: errno) }
        isOpen = false
        syncFolder(of: path)
    }
}
