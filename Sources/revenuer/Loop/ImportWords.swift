import CaseStore
import Casework
import Workbench

/// What came of an import, in one line.
enum ImportWords {
    static func line(_ summary: ImportSummary) -> String {
        let failed = summary.files.filter { $0.status == .failed }
        let imported = summary.files.count { $0.status == .imported }
        var parts = [
            "\(imported) files imported, \(summary.totals.rows.grouped) rows",
            "\(summary.totals.rejected.grouped) rejected",
        ]
        if let first = failed.first {
            parts.append("\(failed.count) failed (\(first.file): \(first.reason ?? "no reason"))")
        }
        if let ignored = summary.files.first(where: { $0.status == .ignored }) {
            let count = summary.files.count { $0.status == .ignored }
            parts.append("\(count) ignored (\(ignored.file): \(ignored.reason ?? "no reason"))")
        }
        let skipped = summary.files.count { $0.status == .skipped }
        if skipped > 0 { parts.append("\(skipped) were there already") }
        return parts.joined(separator: ", ") + (imported > 0 ? ". A analyses what came in." : ".")
    }
}
