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
public struct Palette: Hashable, Sendable {
    public enum Name: String, CaseIterable, Hashable, Sendable {
        case dark, light, sixteen, greyscale, mono
    }

    public let name: Name

    public init(_ name: Name) {
        self.name = name
    }

    /// How a style looks.
    public func appearance(of style: Style) -> Appearance {
        var look = colours(of: style.role)
        look.attributes = Self.emphasis(of: style.role)
            .union(style.attributes.intersection([.bold, .underline, .reverse]))
        guard style.attributes.contains(.highlighted) else { return look }
        return highlight(look)
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
        case .greyscale: Self.greyscale(role)
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
        case .barTrack: Appearance(.indexed(240))
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
        case .accent, .bar: Appearance(.indexed(30))
        case .good, .innocent: Appearance(.indexed(28))
        case .warning, .mark: Appearance(.indexed(130))
        case .danger: Appearance(.indexed(124))
        case .header, .heading: Appearance(.indexed(24))
        case .barTrack: Appearance(.indexed(250))
        case .match: Appearance(.indexed(90))
        case .badge: Appearance(.indexed(130))
        case .hidden: Appearance(.indexed(94))
        }
    }

    private static func sixteen(_ role: Role) -> Appearance {
        switch role {
        case .normal, .muted, .emphasis, .selected, .header, .footer, .border, .barTrack: Appearance()
        case .title, .key, .accent, .bar, .heading: Appearance(.ansi(6))
        case .good, .innocent: Appearance(.ansi(2))
        case .warning, .mark, .match, .badge, .hidden: Appearance(.ansi(3))
        case .danger: Appearance(.ansi(1))
        }
    }

    private static func greyscale(_ role: Role) -> Appearance {
        switch role {
        case .muted, .border: Appearance(.indexed(245))
        case .barTrack: Appearance(.indexed(242))
        default: Appearance()
        }
    }
}

extension Palette {
    /// The palette for a terminal, from what the user asked for, the environment and the number of colours.
    ///
    /// `NO_COLOR` (any value but the empty one, see no-color.org) and terminals with fewer than 8 colours
    /// get `mono`; fewer than 256 colours get `sixteen`; `COLORFGBG` ending in a light ground gets `light`.
    /// A palette asked for by name wins over `NO_COLOR`, but never over what the terminal can do.
    public static func choose(
        asked: Name?, environment: [String: String], colours: Int
    ) -> Palette {
        guard colours >= 8 else { return Palette(.mono) }
        if asked == nil, let value = environment["NO_COLOR"], !value.isEmpty { return Palette(.mono) }
        if colours < 256 { return Palette(asked == .mono || asked == .greyscale ? .mono : .sixteen) }
        return Palette(asked ?? (hasLightGround(environment["COLORFGBG"]) ? .light : .dark))
    }

    private static func hasLightGround(_ value: String?) -> Bool {
        guard let ground = value?.split(separator: ";").last else { return false }
        return ground == "7" || ground == "15"
    }
}
