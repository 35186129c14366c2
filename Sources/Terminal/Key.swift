/// A key as the terminal reports it.
public enum Key: Hashable, Sendable {
    /// A printable character, typed alone or with Shift.
    case character(Character)
    /// Ctrl with a lower-case letter, a space, or one of `\ ] ^ _`.
    case control(Character)
    /// Alt (or Esc before) with a printable character.
    case alt(Character)
    case enter, escape, tab, backTab, backspace, delete, insert
    case up, down, left, right
    /// Ctrl or Alt with the left and right arrows.
    case wordLeft, wordRight
    case home, end, pageUp, pageDown
    /// F1 to F12.
    case function(Int)

}

extension Key: CustomStringConvertible {
    /// The name shown in the bottom line and in help.
    public var description: String {
        switch self {
        case .character(" "): "Space"
        case .character(let character): String(character)
        case .control(" "): "Ctrl-Space"
        case .control(let character): "Ctrl-" + character.uppercased()
        case .alt(let character): "Alt-" + String(character)
        case .enter: "Enter"
        case .escape: "Esc"
        case .tab: "Tab"
        case .backTab: "Shift-Tab"
        case .backspace: "Backspace"
        case .delete: "Del"
        case .insert: "Ins"
        case .up: "Up"
        case .down: "Down"
        case .left: "Left"
        case .right: "Right"
        case .wordLeft: "Ctrl-Left"
        case .wordRight: "Ctrl-Right"
        case .home: "Home"
        case .end: "End"
        case .pageUp: "PgUp"
        case .pageDown: "PgDn"
        case .function(let number): "F\(number)"
        }
    }
}
