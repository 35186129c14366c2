import Casework
import Terminal

extension Workspace {
    /// Takes a message and says what the loop is to do. Never waits.
    public mutating func update(_ message: Message) -> [Intent] {
        var intents: [Intent] = []
        switch message {
        case .key(let key): intents = press(key)
        case .paste(let text): paste(text)
        case .mouse(let event): intents = point(event)
        case .resized(let size): self.size = size
        case .answered(let token, let answer): intents = receive(answer, for: token)
        case .failed(let token, let text): fail(text, for: token)
        case .counted(let token, let total): _ = history.first { $0.count(total, for: token) }
        case .due(let token): _ = history.first { $0.rest(for: token) }
        case .jobProgress(let progress):
            job = progress
            return []
        case .jobEnded(let end): finish(end)
        case .caseChanged: forget()
        case .noted(let deed, let origin): take(deed, origin)
        case .notice(let text): status = .note(text)
        }
        settle()
        if !ahead.isEmpty { intents += pressWaiting() }
        remember()
        followTour()
        return intents + history.abandonUnseen() + wants()
    }

    private mutating func receive(_ answer: Answer, for token: Token) -> [Intent] {
        if case .overview(let value) = answer, overview.receive(value, for: token) {
            standing.overview = value
            return []
        }
        if case .rows(let rows) = answer, takeMarks(rows, for: token) || takeValues(rows, for: token) {
            return []
        }
        if case .names(let names) = answer {
            guard case .palette(var palette) = mode, palette.receive(names, for: token) else { return [] }
            mode = .palette(palette)
            return []
        }
        if case .decided = answer { decisions.remove(token) }
        if case .found(let place) = answer { return receive(found: place, for: token) }
        // Nobody waiting means that it came too late: dropped.
        _ = history.first { $0.receive(answer, for: token) }
        return []
    }

    private mutating func fail(_ text: String, for token: Token) {
        if overview.fail(text, for: token) {
            status = .problem("The overview could not be read: \(text)")
            return
        }
        if case .palette(var palette) = mode, palette.fail(for: token) {
            mode = .palette(palette)
            return
        }
        let isDecision = decisions.remove(token) != nil
        guard history.first(where: { $0.fail(text, for: token) }) || isDecision else { return }
        status = .problem(text)
    }

    private mutating func finish(_ end: JobEnd) {
        job = nil
        if case .question(.quit) = mode { mode = .browsing }
        switch end.outcome {
        case .done: status = .note("The \(end.name) is done.")
        case .cancelled: status = .note("The \(end.name) was cancelled; nothing of it was kept.")
        case .failed(let reason): status = .problem("The \(end.name) failed: \(reason)")
        }
    }

    private mutating func forget() {
        overview.forget()
        _ = history.first { place in
            place.forget()
            return false
        }
    }

    private mutating func paste(_ text: String) {
        switch mode {
        case .filter(var editor):
            editor.insert(text)
            takeFilter(editor)
        case .palette(var palette):
            palette.paste(text)
            mode = .palette(palette)
        case .prompt(var prompt):
            prompt.paste(text)
            mode = .prompt(prompt)
        case .browsing:
            var palette = PaletteModel()
            palette.paste(text)
            mode = .palette(palette)
        case .question: break
        }
    }
}
