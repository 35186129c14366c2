/// What came of a command that a screen does in its own way.
enum ScreenOutcome: Equatable {
    /// The screen has changed.
    case done
    /// The cursor goes to this choice of the page as it is now.
    case choose(Int)
    case open(Target)
    case say(Status)
}
