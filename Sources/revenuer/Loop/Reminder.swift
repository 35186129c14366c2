import Screens

/// A moment at which the workspace wants to hear from the loop.
struct Reminder {
    let token: Token
    private let moment: ContinuousClock.Instant

    init(_ token: Token, afterMilliseconds wait: Int) {
        self.token = token
        moment = .now.advanced(by: .milliseconds(wait))
    }

    /// 0 when the moment has come; never 0 before.
    var millisecondsLeft: Int {
        let left = ContinuousClock.now.duration(to: moment)
        guard left > .zero else { return 0 }
        return Int(left / .milliseconds(1)) + 1
    }
}
