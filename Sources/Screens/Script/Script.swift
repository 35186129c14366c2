import Casework

/// A line of a script: a command by its name with its text, or a thing to open.
enum ScriptLine: Hashable, Sendable {
    case command(Command, text: String, count: Int)
    case open(Target)
    /// An empty line or a remark.
    case nothing

    /// Most repetitions of a movement in one line.
    static let mostRepeats = 1_000_000

    /// - Throws: `ScriptProblem` that says what was expected.
    init(_ line: String, _ keymap: Keymap) throws(ScriptProblem) {
        let line = line[...].drop { $0 == " " || $0 == "\t" }
        guard let first = line.first, first != "#" else {
            self = .nothing
            return
        }
        let word = line.prefix { $0 != " " }
        let rest = line.dropFirst(word.count).drop { $0 == " " }
        if word == "open", !rest.isEmpty {
            self = .open(try ScriptLine.target(ScriptText.text(rest)))
            return
        }
        guard let command = ScriptLine.command(word, rest, keymap) else {
            throw ScriptProblem(words: "There is no command '\(word)': ? or help lists them.")
        }
        self = try ScriptLine.line(command, rest)
    }

    private static func line(_ command: Command, _ rest: Substring) throws(ScriptProblem) -> ScriptLine {
        if case .screen = command { return .command(command, text: "", count: 1) }
        if command.takesText { return .command(command, text: ScriptText.text(rest), count: 1) }
        if rest.isEmpty { return .command(command, text: "", count: 1) }
        guard command.isMovement, let count = Int(rest), (1...mostRepeats).contains(count) else {
            throw ScriptProblem(words: "'\(rest)' was not expected here.")
        }
        return .command(command, text: "", count: count)
    }

    private static func target(_ name: String) throws(ScriptProblem) -> Target {
        let readings = (try? EntityName.readings(of: name)) ?? []
        guard let target = readings.lazy.compactMap(\.target).first else {
            throw ScriptProblem(
                words: "'\(name)' cannot be opened: give an id or a name such as campaign:C-01.")
        }
        return target
    }

    /// By its name, by the name or digit of a screen, or by its key.
    private static func command(_ word: Substring, _ rest: Substring, _ keymap: Keymap) -> Command? {
        if word == "screen" {
            let wanted = rest.lowercased()
            return ScreenName.allCases.first { $0.title.lowercased() == wanted || "\($0.rawValue)" == wanted }
                .map(Command.screen)
        }
        if let name = keymap.bindings.first(where: { $0.command.name == String(word) }) {
            return name.command
        }
        guard word.count == 1, let key = word.first else { return nil }
        return keymap.bindings.first {
            $0.keys.contains(.character(key)) && !$0.contexts.isDisjoint(with: .screens)
        }?.command
    }
}

struct ScriptProblem: Error, Hashable, Sendable {
    var words: String
}

extension Workspace {
    /// Does what a line of a script says, as if its keys had been pressed. What it could not do is in the status.
    ///
    /// - Returns: what the loop is asked to do.
    public mutating func run(line: String) -> [Intent] {
        status = nil
        mode = .browsing
        var intents: [Intent] = []
        do {
            switch try ScriptLine(line, keymap) {
            case .nothing: break
            case .open(let target): open(target)
            case .command(let command, let text, let count): intents = run(command, text, count)
            }
        } catch {
            status = .problem(error.words)
        }
        settle()
        remember()
        return intents + history.abandonUnseen() + wants()
    }

    /// What there is to say of the last line, and whether it went wrong.
    public var outcome: (words: String, isProblem: Bool)? { status.map { ($0.text, $0.isProblem) } }

    private mutating func run(_ command: Command, _ text: String, _ count: Int) -> [Intent] {
        let place = history.current.context
        guard keymap.bindings(in: place).contains(where: { $0.command == command }) else {
            status = .problem("\(command.name ?? "this") does nothing on \(place.title).")
            return []
        }
        var intents: [Intent] = []
        for _ in 0..<count { intents += perform(command) }
        switch mode {
        case .filter:
            filter(by: text)
            mode = .browsing
            if case .list(let model) = history.current, let problem = model.filterProblem {
                status = .problem("at \(problem.range.lowerBound + 1): \(problem.message)")
            }
        case .prompt(var prompt):
            mode = .browsing
            if !text.isEmpty { prompt.editor.replace(with: text) }
            intents += finish(prompt)
            mode = .browsing
        case .question(let question): intents += answer(.yes, to: question)
        case .palette: mode = .browsing
        case .browsing: break
        }
        return intents
    }
}
