import Casework
import Terminal

extension Workspace {
    /// Looks the key up where it was pressed and does what it means; a key that cannot act says why.
    mutating func press(_ key: Key) -> [Intent] {
        status = nil
        guard ScreenLayout(size) != nil else { return pressTooSmall(key) }
        let binding = keymap.binding(for: key, in: context)
        switch mode {
        case .browsing:
            guard let binding else {
                status = .problem(keymap.refusal(of: key, in: context))
                return []
            }
            if waits(key, binding.command) { return [] }
            note(binding.command)
            return perform(binding.command)
        case .filter(let editor): return type(key, binding?.command, in: editor)
        case .palette(let palette): return type(key, binding?.command, in: palette)
        case .prompt(let prompt): return type(key, binding?.command, in: prompt)
        case .question(let question): return answer(binding?.command, to: question)
        }
    }

    /// On a terminal too small to show anything, only what needs no sight of it.
    private mutating func pressTooSmall(_ key: Key) -> [Intent] {
        switch keymap.binding(for: key, in: .overview)?.command {
        case .redraw: [.redraw]
        case .suspend: [.suspend]
        case .cancelJob: perform(.cancelJob)
        case .back where job == nil: [.quit]
        default: []
        }
    }

    private mutating func type(_ key: Key, _ command: Command?, in editor: LineEditor) -> [Intent] {
        var editor = editor
        switch command {
        case .keep:
            // One that cannot be read stays in the line, where its fault is marked.
            if case .list(let model) = history.current, model.filterProblem != nil { return [] }
            mode = .browsing
            log.add(.filter, editor.text)
        case .erase:
            mode = .browsing
            filter(by: "")
            log.add(.filter)
        case .complete: return complete(editor)
        case .some(let command): return perform(command)
        case nil:
            if editor.take(key) {
                takeFilter(editor)
            } else if let movement = Workspace.movements[key] {
                return perform(movement)
            }
        }
        return []
    }

    /// While a filter is typed, the list can still be walked by keys that are no text.
    private static let movements: [Key: Command] = [
        .up: .up, .down: .down, .pageUp: .pageUp, .pageDown: .pageDown,
    ]

    mutating func takeFilter(_ editor: LineEditor) {
        mode = .filter(editor)
        filter(by: editor.text)
    }

    mutating func filter(by text: String) {
        guard case .list(var model) = history.current else { return }
        model.filter(by: text)
        model.completing.forget()
        history.current = .list(model)
    }

    private mutating func type(_ key: Key, _ command: Command?, in palette: PaletteModel) -> [Intent] {
        var palette = palette
        let entries = palette.entries(keymap, in: history.current.context)
        switch command {
        case .erase: mode = .browsing
        case .up: palette.move(by: -1, of: entries.count)
        case .down: palette.move(by: 1, of: entries.count)
        case .keep:
            mode = .browsing
            guard let entry = palette.chosen(of: entries) else {
                status = .problem("Nothing matches.")
                return []
            }
            return run(entry.action)
        case .some(let command): return perform(command)
        case nil: palette.take(key)
        }
        if case .palette = mode, command != .erase { mode = .palette(palette) }
        return []
    }

    private mutating func type(_ key: Key, _ command: Command?, in prompt: Prompt) -> [Intent] {
        var prompt = prompt
        switch command {
        case .erase: mode = .browsing
        case .keep:
            mode = .browsing
            return finish(prompt)
        case .up:
            if let offered = prompt.offered { prompt.editor.replace(with: offered) }
            mode = .prompt(prompt)
        case .some(let command): return perform(command)
        case nil:
            prompt.take(key)
            mode = .prompt(prompt)
        }
        return []
    }

    /// Does what a line that was typed asks for.
    mutating func finish(_ prompt: Prompt) -> [Intent] {
        log.add(prompt.command, prompt.editor.text)
        switch prompt.outcome {
        case .nothing where prompt.isReason:
            status = .problem("A decision needs a reason in words: nothing was decided.")
        case .nothing: status = .note("Nothing was typed, nothing was done.")
        case .decide(let verdict, let row, let reason): return decide(verdict, row, because: reason)
        case .ask(let intent): return [intent]
        case .whatIf(let line): openWhatIf(line)
        case .find(let text): return find(text)
        case .sql(let text): openSQL(text)
        case .export(let subject, let path): return export(subject, prompt.exportWords, path: path)
        case .open(let target): open(target)
        }
        return []
    }

    private mutating func run(_ action: PaletteEntry.Action) -> [Intent] {
        switch action {
        case .command(let command):
            note(command)
            return perform(command)
        case .open(let target):
            if let name = target.name { log.addOpen(name) }
            open(target)
            return []
        }
    }

    /// Keeps a command in the log; one that asks for a text is kept when the text is there.
    private mutating func note(_ command: Command) {
        if !command.takesText { log.add(command) }
    }

    mutating func answer(_ command: Command?, to question: Question) -> [Intent] {
        switch command {
        case .yes:
            mode = .browsing
            switch question {
            case .quit: return [.quit]
            case .tour: toggleTour()
            }
        case .no: mode = .browsing
        case .some(let command): return perform(command)
        case nil: break
        }
        return []
    }
}
