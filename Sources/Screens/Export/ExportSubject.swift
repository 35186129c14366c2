import Casework

/// What a person exports: rows of a list, or a page.
enum ExportSubject: Hashable, Sendable {
    case rows(ExportOrder)
    /// A page as text; of a group also its accounts and its graph.
    case page(text: String, group: String?)

    /// Endings that a file may have, the usual one first.
    var endings: [String] {
        switch self {
        case .rows: ["csv", "jsonl"]
        case .page(_, nil): ["txt"]
        case .page: ["txt", "csv", "jsonl", "graphml"]
        }
    }

    var example: String { "a name ending in " + endings.map { "." + $0 }.joined(separator: ", ") }

    /// What the loop is asked to do; nil where the name's ending says no format.
    func intent(_ path: String) -> Intent? {
        let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
        guard endings.contains(ending), path.contains(".") else { return nil }
        switch self {
        case .rows(var order):
            order.path = path
            return .export(order)
        case .page(let text, _) where ending == "txt": return .exportText(text, path: path)
        case .page(_, let group?) where ending == "graphml": return .exportGraph(group: group, path: path)
        case .page(_, let group?): return .export(ExportOrder(list: .members(group: group), path: path))
        case .page(_, nil): return nil
        }
    }
}
