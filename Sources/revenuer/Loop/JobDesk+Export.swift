import CaseStore
import Casework
import Foundation
import Reports
import Screens
import Workbench

/// Exports from a view: the same rows as `revenuer list` prints, into a file that appears when it is whole.
extension JobDesk {
    func export(_ order: ExportOrder) {
        start("export", needsWriting: false) { [self] path in
            let reader = try CaseReader(opening: path)
            let file = try free(order.path)
            let export = ViewExport(reader: reader, order: order, isCancelled: { [self] in isCancelled })
            let rows = try export.write(to: file) { [self] in report("export", 0, "\($0.grouped) rows") }
            return "Wrote \(rows.grouped) rows to \(file)."
        }
    }

    func export(text: String, to name: String) {
        start("export", needsWriting: false) { [self] _ in
            let file = try free(name)
            let sink = try FileSink(path: file)
            try sink.write(Array(text.utf8))
            try sink.commit()
            return "Wrote the page to \(file)."
        }
    }

    func exportGraph(of group: String, to name: String) {
        start("export", needsWriting: false) { [self] path in
            let file = try free(name)
            let graph = try GraphDesk(CaseReader(opening: path)).graph(ofGroup: group)
            try GraphMLExport.write(graph, toFile: file)
            return "Wrote the graph of \(group) to \(file)."
        }
    }

    /// The file that a name stands for. What is there is not written over unasked.
    private func free(_ name: String) throws -> String {
        let file = (name.trimmingCharacters(in: .whitespaces) as NSString).expandingTildeInPath
        if !overwrites, FileManager.default.fileExists(atPath: file) {
            throw CommandFailure(message: "\(file) is there already: give another name.")
        }
        return file
    }
}
