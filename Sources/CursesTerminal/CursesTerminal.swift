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
    let painter: CursesPainter
    let drawn: DrawnBytes
    let pipe: WakePipe
    private let handlers: SignalHandlers
    private let hasClipboard: Bool
    let hasPaste: Bool
    let hasMouse: Bool
    var decoder = KeyDecoder()
    /// What is on the screen, or on its way there; nil where that is not known.
    var shown: Buffer?
    var shownCursor: Point?
    /// The newest frame, until all of it has been sent.
    var wanted: WantedFrame?
    var outgoing = OutgoingBytes()
    /// How many bytes lie in `outgoing` since it was empty, since when, and whether a question is behind them.
    var sending = 0
    var sendingSince = 0.0
    var isAsked = false
    var pace = LinePace(isAsking: false)
    var openedAt = 0.0
    private var isMouseOn = false
    private(set) var isOpen = true

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
        drawn = try DrawnBytes()
        screen = try Self.open(terminal: name, on: drawn)
        let windowSize = Self.windowSize() ?? Size(columns: 80, rows: 24)
        size = windowSize
        // Terminals of glass print what they do not know, or stop in the middle of it.
        let isModern = !name.hasPrefix("vt") && name != "linux"
        hasClipboard = isModern
        hasPaste = isModern
        hasMouse = curses_string("kmous") != nil && isModern
        painter = CursesPainter(
            palette: .choose(asked: palette, environment: environment, colours: Int(curses_number("colors"))))
        board.prepare(
            modes: modes,
            restoration: RestorationBytes.capture(
                rows: windowSize.rows, hasPaste: hasPaste, hasMouse: hasMouse),
            wakeDescriptor: pipe.writeEnd)
        handlers = SignalHandlers()
        ProcessExit.restoreTerminal.arrange()
        takeScreen()
    }

    deinit { restore() }

    public var waker: any TerminalWaker { pipe }

    public func events(withinMilliseconds milliseconds: Int?) -> [TerminalEvent] {
        guard isOpen else { return [.quit(signal: 0)] }
        let end = milliseconds.map { Self.now + Double($0) / 1000 }
        while true {
            paintWanted()
            let patience = decoder.patienceMilliseconds.map { Self.now + Double($0) / 1000 }
            let limit = [end, patience, lookAgain].compactMap(\.self).min()
            let ready = InputWait.wait(
                for: pipe.readEnd, milliseconds: limit.map { Int((($0 - Self.now) * 1000).rounded(.up)) },
                output: outgoing.isEmpty ? nil : outgoing.descriptor)
            var events = ready.isSignalled ? pipe.drain().flatMap(event) : []
            if ready.hasInput {
                events += input()
            } else if ready.isTimeOut, let patience, limit == patience {
                events += decoder.expire().flatMap(act(on:))
            }
            if !events.isEmpty { return events }
            if let end, Self.now >= end { return [] }
        }
    }

    public func setMouse(_ isOn: Bool) {
        guard isOpen, hasMouse, isOn != isMouseOn else { return }
        isMouseOn = isOn
        send(isOn ? RestorationBytes.mouseOn : RestorationBytes.mouseOff)
    }

    public func copy(_ text: String) -> Bool {
        guard isOpen, hasClipboard, let sequence = Clipboard.sequence(for: text) else { return false }
        send(sequence)
        return true
    }

    public func lend(_ body: () -> Void) {
        guard isOpen else { return body() }
        let frame = lastFrame
        leaveScreen()
        body()
        takeScreen()
        if let frame { repaint(frame) }
    }

    public func restore() {
        guard isOpen else { return }
        leaveScreen()
        isOpen = false
        handlers.remove()
        delscreen(screen)
        outgoing.close()
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

    private static func open(terminal name: String, on drawn: DrawnBytes) throws(CursesError) -> OpaquePointer
    {
        guard let screen = curses_open(drawn.file) else { throw .unknownTerminal(name) }
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

    /// Writes to the terminal and waits until it has taken all of it.
    private static func write(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count < 0 && errno != EINTR { return }
            rest = rest.dropFirst(max(0, count))
        }
    }

    /// Enters the screen, for the first time or again.
    func takeScreen() {
        SignalBoard.shared.pointee.isArmed = true
        SignalBoard.holdStandardError()
        dropOutgoing()
        // ncurses would do this while it draws, when its descriptor is no terminal.
        reset_prog_mode()
        resize_term(Int32(clamping: size.rows), Int32(clamping: size.columns))
        clearok(curses_current_screen(), true)
        openedAt = Self.now
        pace = LinePace(isAsking: curses_string("u7") != nil)
        var bytes = draw(cursor: nil)
        if hasPaste { bytes += RestorationBytes.pasteOn }
        if isMouseOn { bytes += RestorationBytes.mouseOn }
        // Asked ahead of the first frame, so that the answer is there when it counts.
        send(bytes, isFrame: true)
    }

    /// Gives the terminal back in the modes it had, for a while or for good.
    func leaveScreen() {
        let isCut = !outgoing.isEmpty
        dropOutgoing()
        awaitAnswers()
        // What was cut off may have left a colour on.
        Self.write(isCut ? RestorationBytes.plain() : [])
        Self.write((hasPaste ? RestorationBytes.pasteOff : []) + (hasMouse ? RestorationBytes.mouseOff : []))
        endwin()
        // Without a second screen the prompt would come over the last line.
        if curses_string("rmcup") == nil { Self.write(Array("\r\n".utf8)) }
        let board = SignalBoard.shared
        board.pointee.isArmed = false
        tcsetattr(STDIN_FILENO, TCSADRAIN, &board.pointee.modes)
        board.releaseStandardError()
    }

    /// What was presented last.
    var lastFrame: WantedFrame? {
        wanted ?? shown.map { WantedFrame(buffer: $0, cursor: shownCursor) }
    }

    /// Draws a frame from nothing.
    func repaint(_ frame: WantedFrame) {
        invalidate()
        present(frame.buffer, cursor: frame.cursor)
    }
}
