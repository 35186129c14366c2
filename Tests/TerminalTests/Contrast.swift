import Terminal

/// A colour as light: red, green and blue of 0 to 255.
struct Light: Hashable, CustomStringConvertible {
    var red: Int
    var green: Int
    var blue: Int

    init(_ red: Int, _ green: Int, _ blue: Int) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    var description: String { "(\(red), \(green), \(blue))" }

    /// WCAG 2.2, relative luminance.
    var luminance: Double {
        0.2126 * Light.linear(red) + 0.7152 * Light.linear(green) + 0.0722 * Light.linear(blue)
    }

    /// WCAG 2.2, contrast ratio: 1 to 21, whichever of the two is the ground.
    func contrast(to other: Light) -> Double {
        let (a, b) = (luminance, other.luminance)
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    private static func linear(_ channel: Int) -> Double {
        let share = Double(channel) / 255
        return share <= 0.04045 ? share / 12.92 : power((share + 0.055) / 1.055, 2.4)
    }

    /// x to the power of y by exponentials, since the tests import no C library.
    private static func power(_ x: Double, _ y: Double) -> Double {
        // 2.4 = 12 / 5: the fifth root by Newton, then the twelfth power.
        precondition(y == 2.4)
        guard x > 0 else { return 0 }
        var root = 1.0
        for _ in 0..<60 { root -= (root - x / (root * root * root * root)) / 5 }
        return (0..<12).reduce(1.0) { product, _ in product * root }
    }
}

/// A terminal's own colours and its first eight.
struct Ground: CustomStringConvertible {
    var description: String
    var ground: Light
    var letters: Light
    var eight: [Light] = []
    /// What bold letters become; empty where bold changes no colour.
    var brightEight: [Light] = []

    /// The light of a colour; `standard` is what the terminal has of its own.
    func light(_ colour: Colour, standard: Light, isBold: Bool) -> Light {
        switch colour {
        case .standard: standard
        case .ansi(let number) where isBold && !brightEight.isEmpty: brightEight[Int(number)]
        case .ansi(let number): eight[Int(number)]
        case .indexed(let number): Ground.indexed(Int(number))
        }
    }

    /// The cube and the greys of 256 colours, alike in all terminals.
    static func indexed(_ number: Int) -> Light {
        if number >= 232 {
            let grey = 8 + (number - 232) * 10
            return Light(grey, grey, grey)
        }
        let steps = [0, 95, 135, 175, 215, 255]
        let place = number - 16
        return Light(steps[place / 36], steps[place / 6 % 6], steps[place % 6])
    }
}

extension Ground {
    static let dark = [
        Ground(description: "black", ground: Light(0, 0, 0), letters: Light(229, 229, 229)),
        Ground(description: "soot", ground: Light(30, 30, 30), letters: Light(212, 212, 212)),
        Ground(description: "slate", ground: Light(40, 44, 52), letters: Light(171, 178, 191)),
        Ground(description: "Solarized dark", ground: Light(0, 43, 54), letters: Light(147, 161, 161)),
    ]

    static let light = [
        Ground(description: "white", ground: Light(255, 255, 255), letters: Light(0, 0, 0)),
        Ground(description: "Solarized light", ground: Light(253, 246, 227), letters: Light(88, 110, 117)),
    ]

    /// Where there are only eight colours: xterm as it comes, once with bold that brightens and once without, and the
    /// console of Linux.
    static let eightColours = [
        xterm(brightens: false), xterm(brightens: true),
        Ground(
            description: "console", ground: Light(0, 0, 0), letters: Light(170, 170, 170),
            eight: [
                Light(0, 0, 0), Light(170, 0, 0), Light(0, 170, 0), Light(170, 85, 0), Light(0, 0, 170),
                Light(170, 0, 170), Light(0, 170, 170), Light(170, 170, 170),
            ],
            brightEight: [
                Light(85, 85, 85), Light(255, 85, 85), Light(85, 255, 85), Light(255, 255, 85),
                Light(85, 85, 255), Light(255, 85, 255), Light(85, 255, 255), Light(255, 255, 255),
            ]),
    ]

    private static func xterm(brightens: Bool) -> Ground {
        Ground(
            description: brightens ? "xterm with bright bold" : "xterm", ground: Light(0, 0, 0),
            letters: Light(229, 229, 229),
            eight: [
                Light(0, 0, 0), Light(205, 0, 0), Light(0, 205, 0), Light(205, 205, 0), Light(0, 0, 238),
                Light(205, 0, 205), Light(0, 205, 205), Light(229, 229, 229),
            ],
            brightEight: brightens
                ? [
                    Light(127, 127, 127), Light(255, 0, 0), Light(0, 255, 0), Light(255, 255, 0),
                    Light(92, 92, 255), Light(255, 0, 255), Light(0, 255, 255), Light(255, 255, 255),
                ] : [])
    }
}
