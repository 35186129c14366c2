import CNcurses
import Glibc
public import Terminal

/// A terminal driven by ncurses, which goes back to its owner on every way out: return, exit, signal, crash.
///
/// Ctrl-C arrives as a key, Ctrl-Z suspends the job. Input is read as bytes and decoded by `KeyDecoder`, so
/// that one `poll` waits for keys, signals and the waker alike. While the screen is up, standard error is
/// held and shown afterwards, if it is a terminal.
public final class CursesTerminal: TerminalDevice {
    public internal(set) var size: Size
    public let glyphs: Glyphs
    private let screen: OpaquePointer
    private let painter: CursesPainter
    let pipe: WakePipe
    private let handlers: SignalHandlers
    private let hasClipboard: Bool
    var decoder = KeyDecoder()
    private var shown: Buffer?
    private var shownCursor: Point?
    private var isMouseOn = false
    private var isOpen = true

    /// Takes the terminal.
    /// - Parameters:
    ///   - palette: the palette asked for; nil chooses by the environment and the terminal's colours.
    ///   - environment: `NO_COLOR`, `COLORFGBG` and `TERM` are read.
    public init(palette: Palette.Name? = nil, environment: [String: String]) throws(CursesError) {
        guard isatty(STDIN_FILENO) == 1 else { throw .inputIsNoTerminal }
        guard isatty(STDOUT_FILENO) == 1 else { throw .outputIsNoTerminal }
        let board = SignalBoard.shared
        guard !board.pointee.isArmed else { throw .alreadyOpen }
        var modes = termios()
        guard tcgetattr(STDIN_FILENO, &modes) == 0 else { throw .system(call: "tcgetattr", code: errno) }
        pipe = try WakePipe()
        setlocale(LC_CTYPE, "")
        glyphs = Self.hasUnicode ? .unicode : .ascii
        let name = environment["TERM"] ?? ""
        screen = try Self.open(terminal: name)
        let windowSize = Self.windowSize() ?? Size(columns: 80, rows: 24)
        size = windowSize
        hasClipboard = !name.hasPrefix("vt") && name != "linux"
        painter = CursesPainter(
            palette: .choose(asked: palette, environment: environment, colours: Int(curses_number("colors"))))
        board.prepare(modes: modes, rows: windowSize.rows, wakeDescriptor: pipe.writeEnd)
        handlers = SignalHandlers()
        ProcessExit.restoreTerminal.arrange()
        takeScreen()
    }

    deinit { restore() }

    public var waker: any TerminalWaker { pipe }

    public func present(_ buffer: Buffer, cursor: Point?) {
        guard isOpen else { return }
        if shown?.size != buffer.size { werase(curses_standard_screen()) }
        for run in buffer.changes(from: shown) { painter.paint(run) }
        shown = buffer
        shownCursor = cursor
        update()
    }

    public func invalidate() {
        guard isOpen else { return }
        shown = nil
        clearok(curses_current_screen(), true)
    }

    public func events(withinMilliseconds milliseconds: Int?) -> [TerminalEvent] {
        guard isOpen else { return [.quit(signal: 0)] }
        while true {
            let patience = decoder.patienceMilliseconds
            let limit = [milliseconds, patience].compactMap(\.self).min()
            let ready = InputWait.wait(for: pipe.readEnd, milliseconds: limit)
            var events = ready.isSignalled ? pipe.drain().flatMap(event) : []
            if ready.hasInput {
                events += input()
            } else if ready.isTimeOut, patience != nil, limit == patience {
                events += decoder.expire().flatMap(act(on:))
            }
            if !events.isEmpty || (ready.isTimeOut && limit == milliseconds) { return events }
        }
    }

    public func setMouse(_ isOn: Bool) {
        guard isOpen, isOn != isMouseOn else { return }
        isMouseOn = isOn
        Self.send(isOn ? RestorationBytes.mouseOn : RestorationBytes.mouseOff)
    }

    public func copy(_ text: String) -> Bool {
        guard isOpen, hasClipboard, let sequence = Clipboard.sequence(for: text) else { return false }
        Self.send(sequence)
        return true
    }

    public func lend(_ body: () -> Void) {
        guard isOpen else { return body() }
        leaveScreen()
        body()
        takeScreen()
        repaint()
    }

    public func restore() {
        guard isOpen else { return }
        leaveScreen()
        isOpen = false
        handlers.remove()
        delscreen(screen)
    }

    /// Ends the process by a signal's default action, so that its status is the conventional one.
    public static func exit(bySignal number: Int32) -> Never {
        signal(number, SIG_DFL)
        raise(number)
        Glibc.exit(128 &+ number)
    }
}

extension CursesTerminal {
    private static var hasUnicode: Bool {
        String(cString: nl_langinfo(nl_item(CODESET))) == "UTF-8"
    }

    private static func open(terminal name: String) throws(CursesError) -> OpaquePointer {
        guard let screen = curses_open() else { throw .unknownTerminal(name) }
        guard curses_string("cup") != nil else {
            endwin()
            delscreen(screen)
            throw .tooPlain(name)
        }
        raw()
        noecho()
        nonl()
        // Input is not ncurses' business: neither shall it hold back output for it.
        typeahead(-1)
        intrflush(nil, false)
        return screen
    }

    static func windowSize() -> Size? {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
            return nil
        }
        return Size(columns: Int(size.ws_col), rows: Int(size.ws_row))
    }

    private static func send(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count < 0 && errno != EINTR { return }
            rest = rest.dropFirst(max(0, count))
        }
    }

    /// Enters the screen, for the first time or again.
    func takeScreen() {
        SignalBoard.shared.pointee.isArmed = true
        SignalBoard.holdStandardError()
        resize_term(Int32(clamping: size.rows), Int32(clamping: size.columns))
        clearok(curses_current_screen(), true)
        update()
        Self.send(RestorationBytes.pasteOn + (isMouseOn ? RestorationBytes.mouseOn : []))
    }

    /// Gives the terminal back in the modes it had, for a while or for good.
    func leaveScreen() {
        Self.send(RestorationBytes.pasteOff + RestorationBytes.mouseOff)
        endwin()
        // Without a second screen the prompt would come over the last line.
        if curses_string("rmcup") == nil { Self.send(Array("\r\n".utf8)) }
        let board = SignalBoard.shared
        board.pointee.isArmed = false
        tcsetattr(STDIN_FILENO, TCSADRAIN, &board.pointee.modes)
        board.releaseStandardError()
    }

    private func update() {
        let window = curses_standard_screen()
        if let cursor = shownCursor {
            wmove(window, Int32(clamping: cursor.row), Int32(clamping: cursor.column))
        }
        curs_set(shownCursor == nil ? 0 : 1)
        wnoutrefresh(window)
        doupdate()
    }

    /// Draws the last buffer again from nothing.
    func repaint() {
        guard let buffer = shown else { return }
        invalidate()
        present(buffer, cursor: shownCursor)
    }
}
