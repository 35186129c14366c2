/// A terminal without a screen: gives scripted events and keeps what was shown.
public final class TestTerminal: TerminalDevice {
    public private(set) var size: Size
    public let glyphs: Glyphs
    /// Every buffer that was presented.
    public private(set) var frames: [Buffer] = []
    public private(set) var cursor: Point?
    public private(set) var clipboard: String?
    public private(set) var isMouseOn = false
    public private(set) var isRestored = false
    /// How often the terminal was lent.
    public private(set) var lendCount = 0
    private var script: [TerminalEvent]
    private let recorder = WakeRecorder()

    public init(
        size: Size = Size(columns: 80, rows: 24), glyphs: Glyphs = .unicode, script: [TerminalEvent] = []
    ) {
        self.size = size
        self.glyphs = glyphs
        self.script = script
    }

    public var waker: any TerminalWaker { recorder }
    /// What is on the screen now.
    public var rows: [String] { frames.last?.rows ?? [] }

    public func present(_ buffer: Buffer, cursor: Point?) {
        frames.append(buffer)
        self.cursor = cursor
    }

    public func invalidate() {}

    /// The next scripted event, or a wake; ends the input when the script is used up.
    public func events(withinMilliseconds milliseconds: Int?) -> [TerminalEvent] {
        if recorder.takeWake() { return [.wake] }
        guard !script.isEmpty else { return milliseconds == nil ? [.quit(signal: 0)] : [] }
        let event = script.removeFirst()
        if case .resize(let newSize) = event { size = newSize }
        return [event]
    }

    public func setMouse(_ isOn: Bool) { isMouseOn = isOn }

    public func copy(_ text: String) -> Bool {
        guard Clipboard.sequence(for: text) != nil else { return false }
        clipboard = text
        return true
    }

    public func lend(_ body: () -> Void) {
        lendCount += 1
        body()
    }

    public func restore() { isRestored = true }

    /// Adds events to the script.
    public func send(_ events: [TerminalEvent]) { script += events }
}
