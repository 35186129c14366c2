import CNcurses
import Glibc
public import Terminal

// What goes to the terminal: the newest frame, as far as the line takes it, and never so much that keys have to wait.
extension CursesTerminal {
    /// ECMA-48, device status report: terminals answer `ESC [ 0 n` when they have come so far.
    private static let question = Array("\u{1B}[5n".utf8)
    /// Longest wait for an answer before the terminal is given back, so that the shell does not read it as typed.
    private static let lastAnswerSeconds = 2.0
    /// The same while it is not known whether the terminal answers at all.
    private static let firstAnswerSeconds = 0.25

    /// Seconds from any beginning.
    static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    public func present(_ buffer: Buffer, cursor: Point?) {
        guard isOpen else { return }
        wanted = WantedFrame(buffer: buffer, cursor: cursor)
        paintWanted()
    }

    public func invalidate() {
        guard isOpen else { return }
        shown = nil
        clearok(curses_current_screen(), true)
    }

    /// Sends as much of the newest frame as the line takes now. Frames that came and went meanwhile are never sent.
    func paintWanted() {
        while let frame = wanted {
            pushOutgoing()
            pace.forgetLost(at: Self.now)
            guard outgoing.isEmpty else { return }
            let room = pace.room(at: Self.now)
            guard room > 0 else { return }
            send(piece(of: frame, room: room), isFrame: true)
        }
    }

    /// When the line has to be looked at again, if nothing comes from it; nil while no frame waits.
    var lookAgain: Double? { wanted == nil ? nil : pace.patienceEnds }

    /// Sends bytes after those that are under way.
    func send(_ bytes: [UInt8], isFrame: Bool = false) {
        guard !bytes.isEmpty else { return }
        if outgoing.isEmpty { sendingSince = Self.now }
        sending += bytes.count
        outgoing.add(bytes)
        if isFrame, pace.isAsking { outgoing.add(Self.question) }
        isAsked = isAsked || isFrame
        pushOutgoing()
    }

    /// Goes on with what the terminal had not taken yet.
    func pushOutgoing() {
        guard !outgoing.isEmpty else { return }
        outgoing.push()
        guard outgoing.isEmpty else { return }
        if isAsked { pace.asked(after: sending, at: sendingSince) }
        isAsked = false
        sending = 0
    }

    /// Forgets what the terminal has not taken yet.
    func dropOutgoing() {
        outgoing.drop()
        sending = 0
        isAsked = false
    }

    /// Draws changed rows until there are enough bytes; the frame is done when none is left.
    private func piece(of frame: WantedFrame, room: Int) -> [UInt8] {
        if shown?.size != frame.buffer.size {
            werase(curses_standard_screen())
            shown = Buffer(size: frame.buffer.size, glyphs: glyphs)
        }
        let changes = frame.buffer.changes(from: shown)
        let rows = room == .max ? [changes] : ChangedRows.ordered(changes)
        var bytes = changes.isEmpty ? draw(cursor: frame.cursor) : []
        var done = 0
        while done < rows.count, bytes.count < room {
            for run in rows[done] { painter.paint(run) }
            bytes += draw(cursor: frame.cursor)
            done += 1
        }
        if done == rows.count {
            shown = frame.buffer
            shownCursor = frame.cursor
            wanted = nil
        } else {
            shown = shown?.applying(Array(rows[..<done].joined()))
        }
        return bytes
    }

    /// What brings ncurses' screen to the terminal.
    func draw(cursor: Point?) -> [UInt8] {
        drawn.taken {
            let window = curses_standard_screen()
            if let cursor { wmove(window, Int32(clamping: cursor.row), Int32(clamping: cursor.column)) }
            curs_set(cursor == nil ? 0 : 1)
            wnoutrefresh(window)
            doupdate()
        }
    }

    /// Waits for answers that are under way; keys that come meanwhile are dropped.
    ///
    /// Returns at once where none is.
    func awaitAnswers() {
        let end =
            Self.now
            + (pace.hasAnswered
                ? Self.lastAnswerSeconds : max(0, openedAt + Self.firstAnswerSeconds - Self.now))
        while pace.isAwaitingAnswer, Self.now < end {
            let left = Int(((end - Self.now) * 1000).rounded(.up))
            let ready = InputWait.wait(for: -1, milliseconds: left)
            if ready.hasInput, takeInput() == nil { return }
        }
    }
}

/// The newest frame, until all of it has been sent.
struct WantedFrame {
    var buffer: Buffer
    var cursor: Point?
}
