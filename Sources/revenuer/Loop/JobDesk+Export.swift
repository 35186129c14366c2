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
            let file = JobDesk.expanded(order.path)
            let export = ViewExport(reader: reader, order: order, isCancelled: { [self] in isCancelled })
            let rows = try export.write(to: file) { [self] in report("export", 0, "\($0.grouped) rows") }
            return "Wrote \(rows.grouped) rows to \(file)."
        }
    }

    func export(text: String, to name: String) {
        start("export", needsWriting: false) { _ in
            let file = JobDesk.expanded(name)
            let sink = try FileSink(path: file)
            try sink.write(Array(text.utf8))
            try sink.commit()
            return "Wrote the page to \(file)."
        }
    }

    func exportGraph(of group: String, to name: String) {
        start("export", needsWriting: false) { path in
            let file = JobDesk.expanded(name)
            let graph = try GraphDesk(CaseReader(opening: path)).graph(ofGroup: group)
            try GraphMLExport.write(graph, toFile: file)
            return "Wrote the graph of \(group) to \(file)."
        }
    }

    private static func expanded(_ path: String) -> String {
        (path.trimmingCharacters(in: .whitespaces) as NSString).expandingTildeInPath
    }
}
