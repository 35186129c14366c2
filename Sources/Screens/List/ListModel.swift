import Casework
import Terminal

/// A list with its filter, order, marks, cursor and the rows that are here.
struct ListModel: Sendable {
    let list: RowList
    /// Tells it from every other list that was opened, in this run and in those before that a session remembers.
    var number = 0
    var window: RowWindow
    var scroll = ScrollWindow(total: 0, height: 1)
    /// What a person made of it: filter as typed, order, chosen and hidden columns, marks.
    private(set) var state = ListState()
    /// Where and why the filter's text cannot be read; what could be read last is in force.
    private(set) var filterProblem: FilterProblem?
    private var filter = Filter.everything
    /// The columns of a list that learns them from its rows.
    var found: [ListColumn]?
    /// Where a range of rows to be marked begins.
    var rangeStart: Int?
    /// The row that the cursor goes to when the first rows are here.
    var remembered: Int?
    /// Rows that are on their way to be marked.
    var marking: Token?
    var finding = Finding()
    var completing = FilterCompleting()
    var preview = PreviewState()

    /// - Parameter filter: in force from the beginning, as if it had been typed.
    init(_ list: RowList, filter: String = "") {
        self.list = list
        window = RowWindow(list)
        // Of what people put down the newest is looked for.
        if list == .notes || list == .decisions { state.sort = SortOrder(field: "at", isDescending: true) }
        if !filter.isEmpty { self.filter(by: filter) }
    }

    /// As a session remembers it.
    init(_ list: RowList, _ number: Int, _ state: ListState, _ cursor: Int) {
        self.init(list)
        self.number = number
        self.restore(state)
        remembered = cursor
    }

    var query: RowWindow.Query { RowWindow.Query(filter: filter, sort: sort) }

    /// The row under the cursor, if it is here.
    var current: ListRow? { window[scroll.cursor] }

    var columns: [ListColumn] { found ?? list.columns }
    var filterText: String { state.filterText }
    var sort: SortOrder? { state.sort }
    var marks: Marks { state.marks }
    var isFiltered: Bool { !filterText.isEmpty }

    /// The column that commands are about.
    var column: Int { min(state.column, max(0, columns.count - 1)) }

    /// The columns that are shown, by their numbers.
    var shownColumns: [Int] {
        let all = columns
        return all.indices.filter { !state.hidden.contains(all[$0].field.name) }
    }

    /// Takes a filter as it is typed; one that cannot be read leaves the last good one in force.
    mutating func filter(by text: String) {
        state.filterText = text
        switch FilterReading.read(text, fields: list.fields(namedIn: text)) {
        case .success(let filter):
            self.filter = filter
            filterProblem = nil
        case .failure(let problem):
            filterProblem = problem
        }
    }

    /// Goes back to, or on to, what the list was made into at another time.
    mutating func restore(_ state: ListState) {
        self.state = state
        filter(by: state.filterText)
    }

    /// Chooses the next shown column in a direction.
    mutating func moveColumn(by step: Int) {
        let shown = shownColumns
        guard let place = shown.firstIndex(where: { $0 >= column }) else { return }
        let next = min(max(0, place + step), shown.count - 1)
        state.column = shown[next]
    }

    /// Hides the chosen column and chooses its neighbour; false for the last one in sight.
    mutating func hideColumn() -> Bool {
        let shown = shownColumns
        guard shown.count > 1, let place = shown.firstIndex(of: column) else { return false }
        state.hidden.insert(columns[column].field.name)
        state.column = shown[place + 1 < shown.count ? place + 1 : place - 1]
        return true
    }

    mutating func showAllColumns() { state.hidden = [] }

    /// Sorts by the chosen column; a second time the other way round, a third time as the list comes.
    mutating func sortByColumn() {
        guard columns.indices.contains(column) else { return }
        let chosen = columns[column]
        let down = chosen.sortsDownFirst
        switch sort {
        case .some(let order) where order.field == chosen.field.name && order.isDescending == down:
            state.sort = SortOrder(field: order.field, isDescending: !down)
        case .some(let order) where order.field == chosen.field.name:
            state.sort = nil
        default:
            state.sort = SortOrder(field: chosen.field.name, isDescending: down)
        }
    }

    mutating func toggleMark() {
        guard let row = current else { return }
        state.marks.toggle(Mark(row))
    }

    /// Adds marks; false where there were too many.
    mutating func mark(_ rows: [ListRow]) -> Bool {
        var hadRoom = true
        for row in rows { hadRoom = state.marks.add(Mark(row)) && hadRoom }
        return hadRoom
    }

    mutating func clearMarks() {
        state.marks = Marks()
        rangeStart = nil
    }
}
