/// A terminal as the loop sees it. It belongs to one thread; only its `waker` may be used from others.
public protocol TerminalDevice: AnyObject {
    var size: Size { get }
    /// The signs that the terminal's locale can show.
    var glyphs: Glyphs { get }
    /// Ends a wait in `events` from any thread.
    var waker: any TerminalWaker { get }

    /// Shows a buffer, sending only what changed; the text cursor is hidden when nil.
    func present(_ buffer: Buffer, cursor: Point?)
    /// Forgets what is on the screen, so that the next buffer is painted whole (Ctrl-L).
    func invalidate()
    /// Waits for the next events, in order; empty when the time ran out.
    /// - Parameter milliseconds: nil waits for ever, 0 only looks.
    func events(withinMilliseconds milliseconds: Int?) -> [TerminalEvent]
    /// Turns reports of the mouse on or off; off at first.
    func setMouse(_ isOn: Bool)
    /// Puts text on the clipboard by OSC 52; false when it is too long or the terminal cannot.
    func copy(_ text: String) -> Bool
    /// Gives the terminal back while `body` runs, for an editor or a pager, then takes it again.
    func lend(_ body: () -> Void)
    /// Gives the terminal back for good; further calls do nothing.
    func restore()
}

/// Ends the wait of a terminal's loop.
public protocol TerminalWaker: Sendable {
    /// Makes the loop see `TerminalEvent.wake`; calls before it looks count as one. Never blocks.
    func wake()
}
