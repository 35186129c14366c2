import Terminal

private let navigation: [Binding] = [
    Binding(.open, [.enter], .screens.subtracting([.help]), "open what is under the cursor", hint: "open"),
    Binding(.up, [.up, .character("k")], .screens, "one up"),
    Binding(.down, [.down, .character("j")], .screens, "one down"),
    Binding(.pageUp, [.pageUp, .control("b")], .screens, "a screen up"),
    Binding(.pageDown, [.pageDown, .control("f")], .screens, "a screen down"),
    Binding(.halfUp, [.control("u")], .screens, "half a screen up"),
    Binding(.halfDown, [.control("d")], .screens, "half a screen down"),
    Binding(.first, [.home, .character("g")], .screens, "to the first"),
    Binding(.last, [.end, .character("G")], .screens, "to the last"),
]

private let reading: [Binding] = [
    Binding(.members, [.character("m")], [.campaign], "all members", hint: "members"),
    Binding(
        .rejects, [.character("r")], .evidenceLists.subtracting([.rejects]), "rejected rows", hint: "rejected"
    ),
    Binding(
        .faults, [.character("u")], .evidenceLists.subtracting([.faults]), "faulty fields", hint: "faulty"),
    Binding(
        .auditLog, [.character("L")], .evidenceLists.subtracting([.auditLog]), "the audit log", hint: "log"),
    Binding(
        .indicators, [.character("P")], .evidenceLists.subtracting([.indicators]), "partners' indicators",
        hint: "partners"),
    Binding(
        .violations, [.character("V")], .evidenceLists.subtracting([.violations]),
        "uses that a term in force forbids", hint: "violations"),
    Binding(
        .templates, [.character("T")], [.samples], "frames of prompts with their slots", hint: "frames"),
    Binding(
        .samplesOfFrame, [.character("m")], [.templates], "the samples with this frame", hint: "samples"),
]

private let lists: [Binding] = [
    Binding(.filter, [.character("/")], .lists, "keep the rows that match", hint: "filter"),
    Binding(.mark, [.character(" ")], [.accounts, .members], "mark or unmark", hint: "mark"),
    Binding(
        .explain, [.character("W")], [.accounts, .members],
        "why two accounts are linked: the two marked, or the marked one and the cursor's",
        hint: "why linked"),
    Binding(
        .sort, [.character("s")], .lists, "sort by the chosen column; again turns it round", hint: "sort"),
    Binding(
        .connections, [.character("R")], [.accounts, .members, .account],
        "the values it shares with many flagged accounts, with their rows", hint: "neighbours"),
    Binding(
        .previousColumn, [.character("<"), .left, .character("h")], .lists, "choose the column before"),
    Binding(.nextColumn, [.character(">"), .right, .character("l")], .lists, "choose the next column"),
]

private let general: [Binding] = [
    Binding(.back, [.character("q")], .screens, "back; at the first screen quit", hint: "back"),
    Binding(.forward, [.character("a")], .screens, "forward again"),
    Binding(.leave, [.escape], .screens, "leave what is transient: filter, marks"),
    Binding(
        .help, [.character("?"), .function(1)], .screens.subtracting([.help]), "help for here", hint: "help"),
    Binding(
        .palette, [.character(":"), .control("p")], .screens, "any command by name, or open an id",
        hint: "palette"),
    Binding(.tag, [.character("t")], .screens.subtracting([.help, .overview]), "tag this"),
    Binding(.comment, [.character("c")], .screens.subtracting([.help, .overview]), "comment on this"),
    Binding(
        .importEvidence, [.character("I")], .screens, "import a folder or file of evidence"),
    Binding(
        .whatIf, [.character("w")], .evidenceThings, "what if: who falls out when this is left out",
        hint: "what if"),
    Binding(
        .whatIf, [.character("w")], .screens.subtracting(.evidenceThings).subtracting([.help]),
        "what if: who falls out when something is left out"),
    Binding(.analyse, [.character("A")], .screens, "analyse the evidence", hint: "analyse"),
    Binding(.copy, [.character("y")], .screens.subtracting([.help]), "copy the id"),
    Binding(.cancelJob, [.control("c")], Set(Context.allCases), "cancel the running job, not the program"),
    Binding(.redraw, [.control("l")], Set(Context.allCases), "paint the screen anew"),
    Binding(.suspend, [.control("z")], Set(Context.allCases), "back to the shell; fg returns"),
    Binding(.quit, [], .screens, "quit"),
]

private let screens: [Binding] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0].compactMap(ScreenName.init).map { name in
    let digit = Key.character(Character(String(name.rawValue)))
    return Binding(
        .screen(name), [digit], .screens, name.title + (name.isHere ? "" : " (not in this version)"))
}

private let typing: [Binding] = [
    Binding(.keep, [.enter], [.filterLine], "keep the filter", hint: "keep"),
    Binding(.keep, [.enter], [.palette], "do it", hint: "do it"),
    Binding(.keep, [.enter], [.promptLine], "do it", hint: "do it"),
    Binding(.erase, [.escape], [.promptLine], "leave it", hint: "leave it"),
    Binding(.erase, [.escape], [.filterLine], "no filter", hint: "no filter"),
    Binding(.erase, [.escape], [.palette], "close", hint: "close"),
    Binding(.up, [.up, .control("p"), .backTab], [.palette], "the entry before"),
    Binding(.down, [.down, .control("n"), .tab], [.palette], "the next entry", hint: "next"),
    Binding(.yes, [.character("y"), .enter], [.question], "yes", hint: "yes"),
    Binding(.no, [.character("n"), .escape, .character("q")], [.question], "no", hint: "no"),
]

extension Keymap {
    /// The keys of the workbench.
    public static let standard = Keymap(navigation + reading + lists + general + screens + typing)
}
