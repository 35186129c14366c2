import Terminal

/// The parts of the screen: top line, rule, body, status in a rule, bottom line.
struct ScreenLayout: Equatable {
    /// What every screen works from.
    static let least = Size(columns: 80, rows: 24)

    let header, rule, body, status, keys: Rect

    /// Nil where the terminal is too small.
    init?(_ size: Size) {
        guard size.columns >= ScreenLayout.least.columns, size.rows >= ScreenLayout.least.rows else {
            return nil
        }
        let parts = Rect(size).rows([.fixed(1), .fixed(1), .share(1), .fixed(1), .fixed(1)])
        header = parts[0]
        rule = parts[1]
        body = parts[2]
        status = parts[3]
        keys = parts[4]
    }
}
