public import Casework
public import Terminal

/// The whole front end as a value: what is on screen, what is awaited, what a key would do.
///
/// The loop that owns the terminal sends messages to `update`, serves the intents that come back somewhere
/// else, sends what came of them as messages, and shows `view()`. Nothing here reads, waits or draws on a
/// terminal.
public struct Workspace: Sendable {
    let keymap: Keymap
    var standing: Standing
    var overview = Loaded<CaseOverview>()
    var history = History(.page(OverviewScreen()))
    var mode = Mode.browsing
    var job: JobProgress?
    var status: Status?
    var size: Size
    let glyphs: Glyphs
    /// Whether nothing may be written: what would be is refused before anything is typed.
    let isReadOnly: Bool
    var tokens = TokenSource()
    var deeds = UndoStack()
    /// Keys that wait for what they are about.
    var ahead: [Key] = []
    /// Whether what is on screen is still on its way, as of the last time it was fitted to the screen.
    private(set) var isReading = false
    /// Of decisions being saved or taken back: whoever made them hears when it fails, wherever they are by then.
    var decisions: Set<Token> = []
    var panes = Panes.both
    /// Off at first: the terminal's own marking and copying of text works.
    var isMouseOn = false
    /// Nil while nobody is shown around.
    var tour: Tour?
    /// What was done, as a script that does it again.
    public internal(set) var log = CommandLog()
    /// The state of each list, by its number, that undo would go back to, and the one it was opened in.
    var settled: [Int: ListState] = [:]
    var opened: [Int: ListState] = [:]
    /// What was asked in SQL the last time.
    var lastStatement = ""
    /// The number of the list that was opened last.
    var lastList = 0

    /// - Parameters:
    ///   - title: the case's title, from evidence or the user.
    ///   - isSynthetic: whether every screen has to say SYNTHETIC.
    public init(
        title: String, isSynthetic: Bool, size: Size, glyphs: Glyphs = .unicode, isReadOnly: Bool = false,
        keymap: Keymap = .standard
    ) {
        standing = Standing(title: title, isSynthetic: isSynthetic)
        self.size = size
        self.glyphs = glyphs
        self.isReadOnly = isReadOnly
        self.keymap = keymap
    }

    /// Takes the overview that was read on opening, so that the first screen need not wait for it.
    public mutating func know(_ value: CaseOverview) {
        overview.know(value)
        standing.overview = value
    }

    /// What the first screen needs.
    public mutating func start() -> [Intent] {
        settle()
        return wants()
    }

    /// Where a key pressed now would be looked up.
    var context: Context {
        switch mode {
        case .browsing: history.current.context
        case .filter: .filterLine
        case .palette: .palette
        case .prompt: .promptLine
        case .question: .question
        }
    }

    /// What has to be read for what is on screen now.
    mutating func wants() -> [Intent] {
        var intents = overview.want(.overview, &tokens) + history.current.want(&tokens)
        if case .palette(var palette) = mode {
            intents += palette.want(&tokens)
            mode = .palette(palette)
        }
        return intents
    }

    /// Whether the token is of a decision that is being saved or taken back.
    public func isDecision(_ token: Token) -> Bool { decisions.contains(token) }

    /// Fits the current place to the screen.
    mutating func settle() {
        isReading = false
        guard let layout = ScreenLayout(size) else { return }
        switch history.current {
        case .list(var model):
            model.resize(height: ListLayout(body: layout.body, panes).rows.rows)
            isReading = model.window.isFirst
            history.current = .list(model)
        case .review(var model):
            model.scroll.resize(height: ReviewLayout(body: layout.body).rows.rows)
            isReading = model.window.isFirst
            history.current = .review(model)
        case .page(var screen):
            let page = screen.page(width: layout.body.columns, standing: standing, glyphs: glyphs)
            screen.scroll.settle(page, height: page.room(layout.body.rows))
            isReading = page.isReading
            history.current = .page(screen)
        }
    }

    /// Moves the cursor of the current page to one of its choices.
    mutating func choose(_ choice: Int) {
        guard let layout = ScreenLayout(size), case .page(var screen) = history.current else { return }
        let page = screen.page(width: layout.body.columns, standing: standing, glyphs: glyphs)
        screen.scroll.choose(choice, in: page, height: page.room(layout.body.rows))
        history.current = .page(screen)
    }
}
