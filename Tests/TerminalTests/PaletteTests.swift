import Testing

@testable import Terminal

@Suite("Palettes")
struct PaletteTests {
    @Test(
        "what must not be overlooked is told without colour in every palette",
        arguments: Palette.Name.allCases)
    func colourIsNeverTheOnlySign(name: Palette.Name) {
        let palette = Palette(name)
        let normal = palette.appearance(of: .normal).attributes
        for style in [Style.warning, .danger, .selected, .title, .match, .mark, .badge, .hidden] {
            #expect(palette.appearance(of: style).attributes != normal, "\(style.role)")
        }
        let warning = palette.appearance(of: .warning).attributes
        #expect(palette.appearance(of: .danger).attributes != warning)
    }

    @Test("the cursor's row is told from the others in every style", arguments: Palette.Name.allCases)
    func highlight(name: Palette.Name) {
        for role in Role.allCases {
            let style = Style(role)
            let palette = Palette(name)
            #expect(palette.appearance(of: style.highlighted) != palette.appearance(of: style), "\(role)")
            #expect(palette.appearance(of: style.highlighted).attributes.contains(.reverse), "\(role)")
        }
    }

    @Test("monochrome has no colour and sixteen only the first eight", arguments: Role.allCases)
    func poorPalettes(role: Role) {
        let mono = Palette(.mono).appearance(of: Style(role))
        #expect(mono.foreground == .standard && mono.background == .standard)
        if case .indexed = Palette(.sixteen).appearance(of: Style(role)).foreground {
            Issue.record("\(role) needs 256 colours")
        }
    }

    @Test(
        "the terminal's colours, the environment and the user choose the palette",
        arguments: [
            (nil, [:], 256, .dark), (nil, ["COLORFGBG": "0;15"], 256, .light),
            (nil, ["NO_COLOR": "1"], 256, .mono),
            (nil, ["NO_COLOR": ""], 256, .dark), (.light, ["NO_COLOR": "1"], 256, .light),
            (nil, [:], 8, .sixteen),
            (.light, [:], 16, .mono), (nil, ["COLORFGBG": "0;15"], 8, .mono), (.dark, [:], 16, .sixteen),
            (.mono, [:], 8, .mono), (.dark, [:], -1, .mono),
            (nil, [:], 0, .mono),
            (.greyscale, [:], 256, .greyscale),
        ] as [(Palette.Name?, [String: String], Int, Palette.Name)])
    func choice(asked: Palette.Name?, environment: [String: String], colours: Int, expected: Palette.Name) {
        #expect(Palette.choose(asked: asked, environment: environment, colours: colours).name == expected)
    }
}
