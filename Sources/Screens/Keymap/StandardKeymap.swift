import Terminal

private let navigation: [Binding] = [
    Binding(
        .open, [.enter], .screens.subtracting([.help, .review]), "open what is under the cursor", hint: "open"
    ),
    Binding(.up, [.up, .character("k")], .screens, "one up"),
    Binding(.down, [.down, .character("j")], .screens, "one down"),
    Binding(.pageUp, [.pageUp, .control("b")], .screens, "a screen up"),
    Binding(.pageDown, [.pageDown, .control("f")], .screens, "a screen down"),
    Binding(.halfUp, [.control("u")], .screens.subtracting([.review]), "half a screen up"),
    Binding(.halfDown, [.control("d")], .screens.subtracting([.review]), "half a screen down"),
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

private let reviewing: [Binding] = [
    Binding(.confirm, [.character("y")], [.review], "confirm: it belongs to the campaign", hint: "confirm"),
    Binding(.reject, [.character("n")], [.review], "reject: it does not belong to it", hint: "reject"),
    Binding(.unsure, [.character("u")], [.review], "unsure: leave it open, and say why", hint: "unsure"),
    Binding(.skip, [.character("s")], [.review], "skip: decide later", hint: "skip"),
    Binding(.dossier, [.character("o")], [.review], "open the account's dossier", hint: "open"),
    Binding(
        .nextLinked, [.enter], [.review], "to the undecided member with the strongest link to this one",
        hint: "next linked"),
    Binding(
        .undo, [.character("z")], [.review],
        "take the last decision made here back; where there is none, undo notes", hint: "undo"),
    Binding(.halfUp, [.control("u")], [.review], "the card half a screen up"),
    Binding(.halfDown, [.control("d")], [.review], "the card half a screen down"),
]

private let lists: [Binding] = [
    Binding(.filter, [.character("/")], .lists, "keep the rows that match", hint: "filter"),
    Binding(.mark, [.character(" ")], .lists, "mark or unmark", hint: "mark"),
    Binding(
        .markRange, [.character("v")], .lists, "begin a range at the cursor; again marks all of it"),
    Binding(.markSame, [.character(",")], .lists, "mark every row with this value of the chosen column"),
    Binding(.find, [.character("f")], .lists, "find a row that matches; all rows stay"),
    Binding(.findNext, [.character("n")], .lists, "to the next hit"),
    Binding(.findPrevious, [.character("N")], .lists, "to the hit before"),
    Binding(
        .frequencies, [.character("F")], .lists.subtracting([.frequencies]),
        "how often each value of the chosen column occurs"),
    Binding(
        .pivot, [.character("x")], .lists,
        "pivot: the rows with this value of the chosen column; of a value, network or frame its accounts"),
    Binding(
        .pivot, [.character("x")], .valuePages, "pivot: the accounts that hold the value under the cursor",
        hint: "pivot"),
    Binding(.hideColumn, [.character("_")], .lists, "hide the chosen column"),
    Binding(.showColumns, [], .lists, "show all columns"),
    Binding(
        .explain, [.character("W")], [.accounts, .members],
        "why two accounts are linked: the two marked, or the marked one and the cursor's",
        hint: "why linked"),
    Binding(
        .path, [.character("p")], [.accounts, .members, .account, .explanation, .graph, .matrix, .review],
        "the strongest chain of evidence between two accounts"),
    Binding(
        .sort, [.character("s")], .lists, "sort by the chosen column; again turns it round", hint: "sort"),
    Binding(
        .connections, [.character("R")], [.accounts, .members, .account, .review],
        "the values it shares with many flagged accounts, with their rows", hint: "neighbours"),
    Binding(
        .previousColumn, [.character("<"), .left, .character("h")], .lists, "choose the column before"),
    Binding(.nextColumn, [.character(">"), .right, .character("l")], .lists, "choose the next column"),
]

private let graph: [Binding] = [
    Binding(
        .undo, [.character("z")], [.graph], "close the node opened last; where there is none, undo notes"),
    Binding(
        .expand, [.character("+"), .right, .character("l"), .character("=")], [.graph],
        "open this node; an open one: into it", hint: "expand"),
    Binding(
        .collapse, [.character("-"), .left, .character("h")], [.graph],
        "close this node; a closed one: to the one above"),
    Binding(.openThing, [.character("o")], [.graph], "the page of this node", hint: "page"),
    Binding(.otherForm, [.tab], [.graph], "the same as a matrix", hint: "matrix"),
    Binding(.otherForm, [.tab], [.matrix], "the same as a tree", hint: "tree"),
    Binding(.previousColumn, [.left, .character("h"), .character("<")], [.matrix], "the value before"),
    Binding(.nextColumn, [.right, .character("l"), .character(">")], [.matrix], "the next value"),
    Binding(.openThing, [.character("o")], [.matrix], "the page of the chosen value", hint: "value"),
    Binding(.graphOfThis, [], .things.union([.review]), "graph of this"),
]

private let timeline: [Binding] = [
    Binding(.previousColumn, [.left, .character("h"), .character("<")], [.timeline], "the time before"),
    Binding(.nextColumn, [.right, .character("l"), .character(">")], [.timeline], "the time after"),
    Binding(
        .zoomIn, [.character("+"), .character("=")], [.timeline], "closer: weeks, days, hours", hint: "closer"
    ),
    Binding(.zoomOut, [.character("-")], [.timeline], "further: hours, days, weeks", hint: "further"),
    Binding(.timelineOfThis, [], .things, "timeline of this"),
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
    Binding(
        .tag, [.character("t")], .screens.subtracting(.nothingInParticular), "tag this, or what is marked"),
    Binding(
        .comment, [.character("c")], .screens.subtracting(.nothingInParticular),
        "comment on this, or on what is marked"),
    Binding(
        .bookmark, [.character("b")], .screens.subtracting(.nothingInParticular),
        "bookmark this, or take the bookmark off"),
    Binding(.notes, [.character("B")], .screens, "tags, comments and bookmarks"),
    Binding(.decisions, [.character("D")], .screens, "reviewers' decisions, and what came of each"),
    Binding(
        .export, [.character("e")], .screens.subtracting([.help]),
        "export what is marked, or all of this view, to a file", hint: "export"),
    Binding(
        .undo, [.character("z")], .screens.subtracting([.review, .graph]),
        "undo: notes, filters, marks, columns"),
    Binding(.redo, [.character("Z")], .screens, "redo what was undone"),
    Binding(.sql, [.character(";")], .screens, "ask the case in SQL, read-only"),
    Binding(
        .mouse, [.character("m")], .screens.subtracting([.campaign, .templates]),
        "mouse on or off; off, the terminal marks and copies text itself"),
    Binding(.mouse, [], [.campaign, .templates], "mouse on or off"),
    Binding(.tour, [], .screens, "tour: be shown around the sample case, or end it"),
    Binding(.commandLog, [], .screens, "log: what was done, as a script to save and replay"),
    Binding(
        .panes, [.character("|")], .lists, "panes: list and preview, the list alone, the preview alone"),
    Binding(
        .importEvidence, [.character("I")], .screens, "import a folder or file of evidence"),
    Binding(
        .whatIf, [.character("w")], .evidenceThings, "what if: who falls out when this is left out",
        hint: "what if"),
    Binding(
        .whatIf, [.character("w")], .screens.subtracting(.evidenceThings).subtracting([.help]),
        "what if: who falls out when something is left out"),
    Binding(.analyse, [.character("A")], .screens, "analyse the evidence", hint: "analyse"),
    Binding(.copy, [.character("y")], .screens.subtracting([.help, .review]), "copy the id"),
    Binding(.cancelJob, [.control("c")], Set(Context.allCases), "cancel the running job, not the program"),
    Binding(.redraw, [.control("l")], Set(Context.allCases), "paint the screen anew"),
    Binding(.suspend, [.control("z")], Set(Context.allCases), "back to the shell; fg returns"),
    Binding(.quit, [], .screens, "quit"),
]

private let screens: [Binding] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0].compactMap(ScreenName.init).map { name in
    let digit = Key.character(Character(String(name.rawValue)))
    return Binding(.screen(name), [digit], .screens, name.title)
}

private let typing: [Binding] = [
    Binding(.keep, [.enter], [.filterLine], "keep the filter", hint: "keep"),
    Binding(.complete, [.tab], [.filterLine], "complete the word, again for the next", hint: "complete"),
    Binding(.keep, [.enter], [.palette], "do it", hint: "do it"),
    Binding(.keep, [.enter], [.promptLine], "do it", hint: "do it"),
    Binding(.erase, [.escape], [.promptLine], "leave it", hint: "leave it"),
    Binding(.up, [.up], [.promptLine], "what was typed last, where a reason is asked for"),
    Binding(.erase, [.escape], [.filterLine], "no filter", hint: "no filter"),
    Binding(.erase, [.escape], [.palette], "close", hint: "close"),
    Binding(.up, [.up, .control("p"), .backTab], [.palette], "the entry before"),
    Binding(.down, [.down, .control("n"), .tab], [.palette], "the next entry", hint: "next"),
    Binding(.yes, [.character("y"), .enter], [.question], "yes", hint: "yes"),
    Binding(.no, [.character("n"), .escape, .character("q")], [.question], "no", hint: "no"),
]

extension Keymap {
    /// The keys of the workbench.
    public static let standard = Keymap(
        navigation + reviewing + reading + lists + graph + timeline + general + screens + typing)
}
