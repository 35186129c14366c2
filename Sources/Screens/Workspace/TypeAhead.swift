import Terminal

/// Keys that were pressed while what they are about was still being read: they act when it is there.
extension Workspace {
    private static let mostAhead = 64

    /// Commands about rows or lines that are not there yet.
    private static let aboutContent: Set<Command> = [
        .open, .up, .down, .pageUp, .pageDown, .halfUp, .halfDown, .first, .last, .members, .mark,
        .nextColumn, .previousColumn,
    ]

    /// Keeps a key for later; false where it is to act now. What leads elsewhere acts now, and nothing is kept then.
    mutating func waits(_ key: Key, _ command: Command) -> Bool {
        guard !ahead.isEmpty || Workspace.aboutContent.contains(command), isReading else {
            ahead = []
            return false
        }
        switch command {
        case .screen, .back, .leave, .cancelJob, .redraw, .suspend, .help, .palette, .quit:
            ahead = []
            return false
        default:
            if ahead.count < Workspace.mostAhead { ahead.append(key) }
            return true
        }
    }

    /// Presses the keys that waited, as far as there is something for them.
    mutating func pressWaiting() -> [Intent] {
        var intents: [Intent] = []
        while !ahead.isEmpty, !isReading {
            let key = ahead.removeFirst()
            let rest = ahead
            ahead = []
            intents += press(key)
            settle()
            if ahead.isEmpty { ahead = rest } else { ahead += rest }
        }
        return intents
    }
}
