import Casework
import Terminal

/// A list with its filter, order, marks, cursor and the rows that are here.
struct ListModel: Sendable {
    let list: RowList
    var window: RowWindow
    var scroll = ScrollWindow(total: 0, height: 1)
    /// As typed; it is in force as far as it can be read.
    private(set) var filterText = ""
    /// Where and why the text cannot be read.
    private(set) var filterProblem: FilterProblem?
    private var filter = Filter.everything
    private(set) var sort: SortOrder?
    /// The column that `s` sorts by.
    private(set) var column = 0
    /// Ids in the order in which they were marked.
    private(set) var marks: [ExactText] = []
    var preview = PreviewState()

    /// - Parameter filter: in force from the beginning, as if it had been typed.
    init(_ list: RowList, filter: String = "") {
        self.list = list
        window = RowWindow(list)
        if !filter.isEmpty { self.filter(by: filter) }
    }

    var query: RowWindow.Query { RowWindow.Query(filter: filter, sort: sort) }

    /// The row under the cursor, if it is here.
    var current: ListRow? { window[scroll.cursor] }

    var isFiltered: Bool { !filterText.isEmpty }

    /// Takes a filter as it is typed; one that cannot be read leaves the last good one in force.
    mutating func filter(by text: String) {
        filterText = text
        switch FilterReading.read(text, fields: list.fields(namedIn: text)) {
        case .success(let filter):
            self.filter = filter
            filterProblem = nil
        case .failure(let problem):
            filterProblem = problem
        }
    }

    mutating func moveColumn(by step: Int) {
        column = min(max(0, column + step), list.columns.count - 1)
    }

    /// Sorts by the chosen column; a second time the other way round, a third time as the list comes.
    mutating func sortByColumn() {
        let chosen = list.columns[column]
        let down = chosen.sortsDownFirst
        switch sort {
        case .some(let order) where order.field == chosen.field.name && order.isDescending == down:
            sort = SortOrder(field: order.field, isDescending: !down)
        case .some(let order) where order.field == chosen.field.name:
            sort = nil
        default:
            sort = SortOrder(field: chosen.field.name, isDescending: down)
        }
    }

    mutating func toggleMark() {
        guard let id = current?.id else { return }
        if let place = marks.firstIndex(of: id) {
            marks.remove(at: place)
        } else {
            marks.append(id)
        }
    }

    mutating func clearMarks() { marks = [] }
}
