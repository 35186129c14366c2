import Testing

@testable import Terminal

@Suite("Contrast")
struct ContrastTests {
    /// WCAG 2.2, success criterion 1.4.3.
    private static let least = 4.5

    /// Every role as it comes, in the cursor's row, and with what views add to it.
    private static let styles = Role.allCases.flatMap { role in
        let more: [Attributes] = [[], .bold, .underline, .reverse, [.bold, .reverse]]
        return more.flatMap { [Style(role, $0), Style(role, $0.union(.highlighted))] }
    }

    private func check(_ palette: Palette, _ grounds: [Ground]) {
        for style in Self.styles {
            let look = palette.appearance(of: style)
            for ground in grounds {
                let isBold = look.attributes.contains(.bold)
                let letters = ground.light(look.foreground, standard: ground.letters, isBold: isBold)
                let paper = ground.light(look.background, standard: ground.ground, isBold: false)
                let contrast = letters.contrast(to: paper)
                #expect(
                    contrast >= Self.least,
                    "\(palette.name) \(style.role) \(style.attributes.rawValue) on \(ground): \(contrast)")
            }
        }
    }

    @Test("the contrast of black and white is 21, and that of a grey as WCAG gives it")
    func formula() {
        #expect(abs(Light(0, 0, 0).contrast(to: Light(255, 255, 255)) - 21) < 0.000_1)
        #expect(abs(Light(118, 118, 118).contrast(to: Light(255, 255, 255)) - 4.542) < 0.001)
    }

    @Test("dark is legible on dark grounds, in the cursor's row and badges too")
    func dark() { check(Palette(.dark), Ground.dark) }

    @Test("light is legible on light grounds")
    func light() { check(Palette(.light), Ground.light) }

    @Test("greyscale is legible on both, as the ground is known to be")
    func greyscale() {
        check(Palette(.greyscale), Ground.dark)
        check(Palette(.greyscale, isOnLight: true), Ground.light)
    }

    @Test("mono is as legible as the terminal's own letters")
    func mono() { check(Palette(.mono), Ground.dark + Ground.light) }

    @Test("sixteen is legible in eight colours, whatever the terminal makes of bold")
    func sixteen() { check(Palette(.sixteen), Ground.eightColours) }

    @Test("in eight colours nothing reversed is bold: consoles brighten the letters after the exchange")
    func reversedIsNotBold() {
        for style in Self.styles {
            let attributes = Palette(.sixteen).appearance(of: style).attributes
            #expect(!attributes.isSuperset(of: [.bold, .reverse]), "\(style.role)")
        }
    }
}
