import Casework
import Terminal

/// A screen that is a page to read: one value that knows what it needs and how it looks.
protocol PageScreen: Sendable {
    var scroll: PageScroll { get set }
    var context: Context { get }
    /// Its place in the breadcrumb, from the outside in.
    var crumbs: [String] { get }
    /// The id that `y` copies.
    var copyName: String? { get }
    /// What opens it again; nil for pages that are not opened by a name.
    var target: Target? { get }
    /// What `e` writes; nil for the page as it looks.
    var exported: String? { get }
    /// What tags and comments are about; nil for pages about nothing in particular.
    var subject: EntityName? { get }

    func page(width: Int, standing: Standing, glyphs: Glyphs) -> Page
    /// Does a command in this screen's own way; nil for those that all pages do alike.
    /// - Parameter choice: the one under the cursor, counted among those of the page.
    mutating func perform(_ command: Command, on page: Page, choice: Int?) -> ScreenOutcome?
    /// What has to be read now.
    mutating func want(_ tokens: inout TokenSource) -> [Intent]
    /// Takes an answer; false when it is not for this screen.
    mutating func receive(_ answer: Answer, for token: Token) -> Bool
    mutating func fail(_ message: String, for token: Token) -> Bool
    /// The case has changed: read anew at the next want.
    mutating func forget()
    /// Another place is on screen now: what takes long is no longer to be worked out.
    mutating func abandon() -> [Intent]
}

extension PageScreen {
    var subject: EntityName? { nil }
    var target: Target? { nil }
    var exported: String? { nil }
    mutating func perform(_ command: Command, on page: Page, choice: Int?) -> ScreenOutcome? { nil }
    mutating func want(_ tokens: inout TokenSource) -> [Intent] { [] }
    mutating func receive(_ answer: Answer, for token: Token) -> Bool { false }
    mutating func fail(_ message: String, for token: Token) -> Bool { false }
    mutating func forget() {}
    mutating func abandon() -> [Intent] { [] }
}

/// Something a screen shows, on its way or here.
struct Loaded<Value: Sendable>: Sendable {
    private(set) var value: Value?
    /// Why it could not be read the last time.
    private(set) var failure: String?
    private var pending: Token?
    private var isWanted = true

    /// Takes a value that was read before anybody asked.
    mutating func know(_ value: Value) {
        isWanted = false
        self.value = value
    }

    mutating func want(_ request: Request, _ tokens: inout TokenSource) -> [Intent] {
        want(&tokens) { .load(request, $0) }
    }

    /// - Parameter ask: what brings an answer to the token.
    mutating func want(_ tokens: inout TokenSource, _ ask: (Token) -> Intent) -> [Intent] {
        guard isWanted, pending == nil else { return [] }
        isWanted = false
        let token = tokens.next()
        pending = token
        return [ask(token)]
    }

    mutating func receive(_ value: Value, for token: Token) -> Bool {
        guard pending == token else { return false }
        pending = nil
        failure = nil
        self.value = value
        return true
    }

    mutating func fail(_ message: String, for token: Token) -> Bool {
        guard pending == token else { return false }
        pending = nil
        failure = message
        return true
    }

    mutating func forget() { isWanted = true }

    /// Nobody waits any more; asked anew at the next want.
    mutating func abandon() -> [Intent] {
        guard let token = pending else { return [] }
        pending = nil
        isWanted = true
        return [.abandon(token)]
    }

    /// The page of the value; what there is to say while there is none.
    func page(width: Int, _ make: (Value) -> Page) -> Page {
        if let value { return make(value) }
        guard let failure else { return Page.reading(width: width) }
        var page = Page(width: width)
        page.add(PageLine(" This could not be read: \(failure)", .danger))
        page.add(PageLine(" q goes back.", .muted))
        return page
    }
}

extension Page {
    static func reading(width: Int) -> Page {
        var page = Page(width: width)
        page.add(PageLine(" reading …", .muted))
        page.isReading = true
        return page
    }
}
