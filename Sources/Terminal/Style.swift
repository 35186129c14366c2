/// What a piece of text is, not how it looks; a `Palette` turns it into colours and attributes.
public enum Role: UInt8, CaseIterable, Hashable, Sendable {
    case normal, muted, emphasis, title, accent
    case good, warning, danger
    /// The row or item under the cursor.
    case selected
    /// The top line, column headings and the bottom line.
    case header, heading, footer
    /// The name of a key in the bottom line and in help.
    case key
    case border
    /// The filled and the empty part of a bar.
    case bar, barTrack
    /// The sign of a marked row, tag or bookmark.
    case mark
    /// Words found by a filter, a search or a rule.
    case match
    /// A sign such as SYNTHETIC that must not be overlooked.
    case badge
    /// Innocent explanations, as visible as accusations.
    case innocent
    /// A visible sign for something invisible in evidence: a control, a bidi mark, an invalid byte.
    case hidden
}

/// Attributes that every terminal has in some form.
public struct Attributes: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    public static let bold = Attributes(rawValue: 1)
    public static let underline = Attributes(rawValue: 2)
    public static let reverse = Attributes(rawValue: 4)
    /// On the ground of the cursor's row, whatever the role of the text.
    public static let highlighted = Attributes(rawValue: 8)
}

/// A role and attributes added to those of the role.
public struct Style: Hashable, Sendable {
    public var role: Role
    public var attributes: Attributes

    public init(_ role: Role, _ attributes: Attributes = []) {
        self.role = role
        self.attributes = attributes
    }

    public var bold: Style { adding(.bold) }
    public var underlined: Style { adding(.underline) }
    public var highlighted: Style { adding(.highlighted) }

    /// The same role with more attributes.
    public func adding(_ more: Attributes) -> Style {
        Style(role, attributes.union(more))
    }
}

extension Style {
    public static let normal = Style(.normal)
    public static let muted = Style(.muted)
    public static let emphasis = Style(.emphasis)
    public static let title = Style(.title)
    public static let accent = Style(.accent)
    public static let good = Style(.good)
    public static let warning = Style(.warning)
    public static let danger = Style(.danger)
    public static let selected = Style(.selected)
    public static let header = Style(.header)
    public static let heading = Style(.heading)
    public static let footer = Style(.footer)
    public static let key = Style(.key)
    public static let border = Style(.border)
    public static let bar = Style(.bar)
    public static let barTrack = Style(.barTrack)
    public static let mark = Style(.mark)
    public static let match = Style(.match)
    public static let badge = Style(.badge)
    public static let innocent = Style(.innocent)
    public static let hidden = Style(.hidden)
}
