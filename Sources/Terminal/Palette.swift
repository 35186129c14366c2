/// A colour of a terminal.
public enum Colour: Hashable, Sendable {
    /// The terminal's own ground or text colour.
    case standard
    /// One of the first 8 or 16 colours (0...15).
    case ansi(UInt8)
    /// One of the 256 colours (16...255).
    case indexed(UInt8)
}

/// How a style looks on a terminal.
public struct Appearance: Hashable, Sendable {
    public var foreground: Colour
    public var background: Colour
    /// Only bold, underline and reverse; `highlighted` has been worked in.
    public var attributes: Attributes

    public init(
        _ foreground: Colour = .standard, on background: Colour = .standard, _ attributes: Attributes = []
    ) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }
}

/// The colours of every role. Colour is never the only sign: the roles that must not be overlooked carry
/// the same bold, underline or reverse in every palette, and `mono` has nothing else.
///
/// Every style is legible on the grounds its palette is for: WCAG 2.2 asks for a contrast of 4.5 to 1, and a test
/// computes it.
public struct Palette: Hashable, Sendable {
    public enum Name: String, CaseIterable, Hashable, Sendable {
        case dark, light, sixteen, greyscale, mono
    }

    public let name: Name
    /// Whether the terminal's ground is light; it matters where the name does not say.
    public let isOnLight: Bool

    public init(_ name: Name, isOnLight: Bool = false) {
        self.name = name
        self.isOnLight = isOnLight || name == .light
    }

    /// How a style looks.
    public func appearance(of style: Style) -> Appearance {
        var look = colours(of: style.role)
        look.attributes = Self.emphasis(of: style.role)
            .union(style.attributes.intersection([.bold, .underline, .reverse]))
        if style.attributes.contains(.highlighted) { look = highlight(look) }
        return name == .sixteen ? Self.plainWhereReversed(look) : look
    }

    /// Eight colours are no grounds to write on: the dark ones are too dark, and a console brightens the letters of
    /// what is bold after it has exchanged them with the ground.
    private static func plainWhereReversed(_ look: Appearance) -> Appearance {
        guard look.attributes.contains(.reverse) else { return look }
        return Appearance(.standard, on: .standard, look.attributes.subtracting(.bold))
    }

    /// The attributes a role carries whatever the colours.
    static func emphasis(of role: Role) -> Attributes {
        switch role {
        case .emphasis, .title, .header, .warning, .mark, .key: .bold
        case .danger: [.bold, .underline]
        case .selected, .hidden: .reverse
        case .badge: [.bold, .reverse]
        case .heading, .match: .underline
        case .normal, .muted, .accent, .good, .footer, .border, .bar, .barTrack, .innocent: []
        }
    }

    private func highlight(_ look: Appearance) -> Appearance {
        var look = look
        if look.attributes.contains(.reverse) {
            look.attributes.insert(.underline)
        } else {
            look.attributes.insert(.reverse)
        }
        return look
    }

    private func colours(of role: Role) -> Appearance {
        switch name {
        case .dark: Self.dark(role)
        case .light: Self.light(role)
        case .sixteen: Self.sixteen(role)
        case .greyscale: Self.greyscale(role, isOnLight: isOnLight)
        case .mono: Appearance()
        }
    }
}

extension Palette {
    private static func dark(_ role: Role) -> Appearance {
        switch role {
        case .normal, .emphasis, .selected, .footer: Appearance()
        case .muted, .border: Appearance(.indexed(246))
        case .title, .key: Appearance(.indexed(117))
        case .accent, .bar: Appearance(.indexed(80))
        case .good, .innocent: Appearance(.indexed(114))
        case .warning, .mark: Appearance(.indexed(221))
        case .danger: Appearance(.indexed(210))
        case .header: Appearance(.indexed(152))
        case .heading: Appearance(.indexed(152))
        case .barTrack: Appearance(.indexed(246))
        case .match: Appearance(.indexed(228))
        case .badge: Appearance(.indexed(221))
        case .hidden: Appearance(.indexed(180))
        }
    }

    private static func light(_ role: Role) -> Appearance {
        switch role {
        case .normal, .emphasis, .selected, .footer: Appearance()
        case .muted, .border: Appearance(.indexed(242))
        case .title, .key: Appearance(.indexed(25))
        case .accent, .bar: Appearance(.indexed(23))
        case .good, .innocent: Appearance(.indexed(22))
        case .warning, .mark: Appearance(.indexed(94))
        case .danger: Appearance(.indexed(124))
        case .header, .heading: Appearance(.indexed(24))
        case .barTrack: Appearance(.indexed(242))
        case .match: Appearance(.indexed(90))
        case .badge: Appearance(.indexed(94))
        case .hidden: Appearance(.indexed(94))
        }
    }

    private static func sixteen(_ role: Role) -> Appearance {
        switch role {
        case .normal, .muted, .emphasis, .selected, .header, .footer, .border, .barTrack: Appearance()
        case .title, .key, .accent, .bar, .heading, .match: Appearance(.ansi(6))
        case .good, .innocent: Appearance(.ansi(2))
        // Not red: on black it is too dark to read where bold does not brighten it. What is yellow is bold, since the
        // yellow of some consoles is a dark brown.
        case .warning, .mark, .danger: Appearance(.ansi(3))
        case .badge, .hidden: Appearance()
        }
    }

    private static func greyscale(_ role: Role, isOnLight: Bool) -> Appearance {
        switch role {
        case .muted, .border, .barTrack: Appearance(.indexed(isOnLight ? 242 : 246))
        default: Appearance()
        }
    }
}

extension Palette {
    /// The palette for a terminal, from what the user asked for, the environment and the number of colours.
    ///
    /// `NO_COLOR` (any value but the empty one, see no-color.org) and terminals with fewer than 8 colours
    /// get `mono`; fewer than 256 colours get `sixteen`, which is for dark grounds, and on light ones `mono`;
    /// `COLORFGBG` ending in a light ground gets `light`.
    /// A palette asked for by name wins over `NO_COLOR`, but never over what the terminal can do.
    public static func choose(
        asked: Name?, environment: [String: String], colours: Int
    ) -> Palette {
        guard colours >= 8 else { return Palette(.mono) }
        if asked == nil, let value = environment["NO_COLOR"], !value.isEmpty { return Palette(.mono) }
        let isOnLight = hasLightGround(environment["COLORFGBG"])
        if colours < 256 {
            let isColoured = asked.map { $0 == .sixteen || $0 == .dark } ?? !isOnLight
            return Palette(isColoured ? .sixteen : .mono)
        }
        return Palette(asked ?? (isOnLight ? .light : .dark), isOnLight: isOnLight)
    }

    private static func hasLightGround(_ value: String?) -> Bool {
        guard let ground = value?.split(separator: ";").last else { return false }
        return ground == "7" || ground == "15"
    }
}
