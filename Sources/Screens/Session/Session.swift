import Casework

/// Where a person stands in a case and what they can undo: what comes back when it is opened again.
public struct Session: Hashable, Sendable, Codable {
    /// Of the format; another one is not read.
    static let version = 1

    var version = Session.version
    var behind: [SavedPlace] = []
    var current = SavedPlace.screen(1)
    var ahead: [SavedPlace] = []
    var deeds = UndoStack()
    var lastList = 0
    var lastStatement = ""
    var panes = Panes.both

    /// False for what another version wrote.
    public var isKnown: Bool { version == Session.version }
}

/// A place as far as it can be opened again.
enum SavedPlace: Hashable, Sendable, Codable {
    /// A screen by its digit.
    case screen(Int)
    case list(RowList, number: Int, state: ListState, cursor: Int)
    case page(Target, PageScroll)

    /// Nil for what cannot be opened again: an answer that took a job, help.
    init?(_ place: Place) {
        switch place {
        case .list(let model):
            self = .list(model.list, number: model.number, state: model.state, cursor: model.scroll.cursor)
        case .review: self = .screen(ScreenName.review.rawValue)
        case .page(let screen):
            if let target = screen.target {
                self = .page(target, screen.scroll)
            } else if let name = place.screenName {
                self = .screen(name.rawValue)
            } else {
                return nil
            }
        }
    }

    /// The place as it was; nil for a screen that this version does not have.
    var place: Place? {
        switch self {
        case .screen(let digit):
            return ScreenName(rawValue: digit).map(Place.screen)
        case .list(let list, let number, let state, let cursor):
            return .list(ListModel(list, number, state, cursor))
        case .page(let target, let scroll):
            switch Place(target) {
            case .page(var screen):
                screen.scroll = scroll
                return .page(screen)
            case .list(let model): return .list(model)
            case .review(let model): return .review(model)
            }
        }
    }
}

extension Workspace {
    /// What is to come back when the case is opened again.
    public var session: Session {
        var session = Session()
        session.behind = history.behind.compactMap(SavedPlace.init)
        session.current = SavedPlace(history.current) ?? session.behind.popLast() ?? .screen(1)
        session.ahead = history.ahead.compactMap(SavedPlace.init)
        session.deeds = deeds.kept(marks: Workspace.mostMarksSaved)
        session.lastList = lastList
        session.lastStatement = lastStatement
        session.panes = panes
        return session
    }

    /// Marks that the deeds of a session may hold together: undo goes back less far rather than slow down a quit.
    private static let mostMarksSaved = 100_000

    /// Goes back to where a session ended. To be called before `start`.
    public mutating func resume(_ session: Session) {
        guard session.isKnown, let current = session.current.place else { return }
        history = History(
            behind: session.behind.compactMap(\.place), current: current,
            ahead: session.ahead.compactMap(\.place))
        deeds = session.deeds
        lastList = session.lastList
        lastStatement = session.lastStatement
        panes = session.panes
        for case .list(let model) in history.all { opened[model.number] = model.state }
        if session != Session() {
            status = .note("Back where you were. 1 is the overview; z still undoes what was done.")
        }
    }
}
