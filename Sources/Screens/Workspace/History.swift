/// The view stack: where one came from and what `a` goes forward to again.
struct History: Sendable {
    /// Places kept behind; older ones are dropped, since nobody goes back so far.
    static let limit = 50

    private(set) var behind: [Place] = []
    var current: Place
    private(set) var ahead: [Place] = []

    init(_ first: Place) { current = first }

    /// As a session remembers it; too much behind is dropped.
    init(behind: [Place], current: Place, ahead: [Place]) {
        self.behind = behind.suffix(History.limit)
        self.current = current
        self.ahead = ahead.suffix(History.limit)
    }

    /// Every place, in no order that matters.
    var all: [Place] { behind + [current] + ahead }

    /// Opens a place upon the current one.
    mutating func open(_ place: Place) {
        behind.append(current)
        if behind.count > History.limit { behind.removeFirst() }
        current = place
        ahead = []
    }

    /// False where there is nothing to go back to.
    mutating func goBack() -> Bool {
        guard let place = behind.popLast() else { return false }
        ahead.append(current)
        current = place
        return true
    }

    /// False where there is nothing to go forward to.
    mutating func goForward() -> Bool {
        guard let place = ahead.popLast() else { return false }
        behind.append(current)
        current = place
        return true
    }

    /// To a screen by its digit: as it was left, if it was open before. A screen stands in the stack once.
    mutating func show(_ name: ScreenName, orOpen fresh: Place) {
        guard current.screenName != name else { return }
        let known = behind.last { $0.screenName == name } ?? ahead.last { $0.screenName == name }
        behind.removeAll { $0.screenName == name }
        open(known ?? fresh)
    }

    /// Goes back or forward to the list with a number; false where it is not open.
    mutating func goTo(list number: Int) -> Bool {
        func isMeant(_ place: Place) -> Bool {
            if case .list(let model) = place { return model.number == number }
            return false
        }
        if isMeant(current) { return true }
        if behind.contains(where: isMeant) {
            while !isMeant(current), goBack() {}
            return true
        }
        guard ahead.contains(where: isMeant) else { return false }
        while !isMeant(current), goForward() {}
        return true
    }

    /// Stops what places ask for that nobody looks at any more.
    mutating func abandonUnseen() -> [Intent] {
        behind.indices.flatMap { behind[$0].abandon() } + ahead.indices.flatMap { ahead[$0].abandon() }
    }

    /// Changes every place until one says it was meant.
    mutating func first(where change: (inout Place) -> Bool) -> Bool {
        if change(&current) { return true }
        for index in behind.indices.reversed() where change(&behind[index]) { return true }
        for index in ahead.indices.reversed() where change(&ahead[index]) { return true }
        return false
    }
}
