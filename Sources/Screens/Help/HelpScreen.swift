import Terminal

/// The keys of a screen, from the keymap.
struct HelpScreen: PageScreen {
    let subject: Context
    let keymap: Keymap
    var scroll = PageScroll()

    init(_ subject: Context, _ keymap: Keymap) {
        self.subject = subject
        self.keymap = keymap
    }

    var context: Context { .help }
    var crumbs: [String] { ["Help", subject.title] }
    var copyName: String? { nil }

    func page(width: Int, standing: Standing, glyphs: Glyphs) -> Page {
        var page = Page(width: width)
        let bindings = keymap.bindings(in: subject).filter { !$0.keys.isEmpty }
        let own = bindings.filter { !$0.contexts.isSuperset(of: HelpScreen.everywhere) }
        let general = bindings.filter { $0.contexts.isSuperset(of: HelpScreen.everywhere) }
        let widths = page.columnWidths(leftShare: 1, rightShare: 1)
        page.add(
            left: part("On \(subject.title)", own, widths.left, glyphs) + [PageLine()]
                + filter(widths.left, glyphs),
            right: part("Everywhere", general, widths.right, glyphs), leftShare: 1, rightShare: 1)
        return page
    }

    /// What works here and in a list works everywhere.
    private static let everywhere: Set<Context> = [.overview, .account, .accounts]

    private func part(_ title: String, _ bindings: [Binding], _ width: Int, _ glyphs: Glyphs) -> [PageLine] {
        guard !bindings.isEmpty else { return [] }
        let keyColumns = 18
        return [PageLine.heading(title)]
            + bindings.flatMap { binding in
                let words = Wrapping.lines(
                    binding.description, width: width - keyColumns - 2, glyphs: glyphs, limit: 3)
                return words.enumerated().map { index, text in
                    var line = PageLine(" ")
                    let keys = binding.keys.map(\.description).joined(separator: " ")
                    line.field(index == 0 ? keys : "", keyColumns, .key)
                    line.gap(1)
                    line.text(text)
                    return line
                }
            }
    }

    /// The filter language, where there is something to filter.
    private func filter(_ width: Int, _ glyphs: Glyphs) -> [PageLine] {
        guard Set<Context>.lists.contains(subject) else { return [] }
        let forms = [
            ("country:SG", "equals; * and ? are any text"), ("exchanges>1000", "also < >= <="),
            ("last_at:2026-01..2026-02", "from … to"), ("campaign:none", "has none"),
            ("-plan:free", "not"), ("banned or suspended", "either word"),
            ("\"two words\"", "the words as they stand"),
        ]
        return [PageLine.heading("Filter")]
            + forms.map { form, meaning in
                var line = PageLine(" ")
                line.field(form, 24, .key)
                line.gap(1)
                line.text(meaning)
                return line
            } + (subject == .accounts ? connections(width, glyphs) : [])
    }

    /// The fields of accounts that are named by a pattern.
    private func connections(_ width: Int, _ glyphs: Glyphs) -> [PageLine] {
        let meaning =
            "how many addresses it shares with 10 or more flagged accounts; the same for networks, payments, devices and every kind of value, with any number"
        return [PageLine(" addresses_with_10_flagged>=5", .key)]
            + Wrapping.lines(meaning, width: width - 4, glyphs: glyphs, limit: 4).map { PageLine("   " + $0) }
    }
}
