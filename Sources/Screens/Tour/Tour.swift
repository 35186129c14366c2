/// A first walk through the sample case: one thing to do at a time, done with the real keys on the real screens.
struct Tour: Sendable {
    struct Step: Sendable {
        var words: String
        /// Whether what the step asks for was done.
        var isDone: @Sendable (Workspace) -> Bool
    }

    private(set) var place = 0

    var step: Step { Tour.steps[place] }
    var isLast: Bool { place == Tour.steps.count - 1 }
    var words: String { "Tour \(place + 1) of \(Tour.steps.count)  \(step.words)" }

    /// Goes on as far as steps are done.
    mutating func follow(_ workspace: Workspace) {
        if !isLast, step.isDone(workspace) { place += 1 }
    }

    private static func at(_ context: Context) -> @Sendable (Workspace) -> Bool {
        { $0.history.current.context == context }
    }

    private static func list(_ isDone: @escaping @Sendable (ListModel) -> Bool)
        -> @Sendable (Workspace) -> Bool
    {
        { workspace in
            guard case .browsing = workspace.mode, case .list(let model) = workspace.history.current else {
                return false
            }
            return isDone(model)
        }
    }

    static let steps: [Step] = [
        Step(
            words:
                "This is the overview: what stands out, and what looks alike but is not accused. 2 lists both.",
            isDone: at(.campaigns)),
        Step(
            words:
                "Campaigns come first, look-alikes after them. j and k move. Enter opens the first campaign.",
            isDone: at(.campaign)),
        Step(
            words: "Why it is one operation, why extraction, and what else it could be. m shows its members.",
            isDone: at(.members)),
        Step(
            words: "Members, the surest first, each with its probability. Enter opens an account.",
            isDone: at(.account)),
        Step(
            words:
                "Links with reasons, and what speaks for an innocent holder. R: which addresses it shares with flagged accounts.",
            isDone: at(.connections)),
        Step(
            words: "The sentence and the rows behind it. q goes back: every place is as you left it.",
            isDone: at(.account)),
        Step(
            words: "Go down with j to a payment, device or address and press x: the accounts that hold it.",
            isDone: list { $0.list == .accounts && $0.filterText.contains(":") }),
        Step(
            words: "/ filters. Try status:banned after what stands there; Tab completes, Enter keeps it.",
            isDone: list { $0.filterText.contains("banned") }),
        Step(
            words: "Space marks a row, v a range, comma all with the same value. Mark one.",
            isDone: list { !$0.marks.isEmpty }),
        Step(
            words: "t tags what is marked, e exports it, y copies it. z undoes: try z.",
            isDone: { !$0.deeds.undone.isEmpty }),
        Step(
            words:
                "? lists the keys of every screen, : finds any command or id. 9 is where you decide. That was the tour.",
            isDone: { _ in false }),
    ]
}

extension Workspace {
    /// Asks somebody who is here for the first time whether they want to be shown around.
    public mutating func offerTour() { mode = .question(.tour) }

    /// Goes on to the next step where the one that was asked for is done.
    mutating func followTour() {
        guard var tour else { return }
        tour.follow(self)
        self.tour = tour
    }

    /// Begins the tour, or ends it.
    mutating func toggleTour() {
        if tour == nil {
            tour = Tour()
            show(.overview)
            status = nil
        } else {
            tour = nil
            status = .note("The tour is over; :tour begins it again.")
        }
    }
}
