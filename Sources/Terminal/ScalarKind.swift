/// What a scalar does to a line of text on a terminal.
enum ScalarKind: Equatable, Sendable {
    /// Takes 1 or 2 columns.
    case printable(Int)
    /// Drawn on the character before it.
    case combining
    /// Asks for the coloured form of the sign before it (U+FE0F).
    case presentation
    /// Has no honest look of its own: a control, a format or bidi mark, a filler, a private or unassigned
    /// code. Shown as a visible sign.
    case hidden

    init(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        if value >= 0x20 && value < 0x7F {
            self = .printable(1)
        } else if value == 0xFE0F {
            self = .presentation
        } else if Self.isHidden(scalar) {
            self = .hidden
        } else {
            let width = DisplayWidth.of(scalar)
            self = width == 0 ? .combining : .printable(width)
        }
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
            return true
        default:
            // Fillers and selectors; skin tones, which terminals may or may not join to the sign before.
            return properties.isDefaultIgnorableCodePoint || properties.isEmojiModifier
        }
    }
}
