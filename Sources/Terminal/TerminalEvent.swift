/// What reaches the loop that owns the terminal.
public enum TerminalEvent: Hashable, Sendable {
    case key(Key)
    /// Pasted text, not yet made safe; a `LineEditor` takes it as it is.
    case paste(String)
    case mouse(MouseEvent)
    case resize(Size)
    /// Somebody called `wake()`: look for messages.
    case wake
    /// Back from a suspension; the screen has been repainted.
    case resumed
    /// Leave in good order: a signal (SIGHUP, SIGTERM) or, with 0, the end of input.
    case quit(signal: Int32)
}

/// A mouse button or wheel at a cell.
public struct MouseEvent: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case press, release, wheelUp, wheelDown
    }

    public let kind: Kind
    /// 0 left, 1 middle, 2 right; 0 for the wheel.
    public let button: Int
    public let point: Point

    public init(_ kind: Kind, button: Int = 0, at point: Point) {
        self.kind = kind
        self.button = button
        self.point = point
    }
}
