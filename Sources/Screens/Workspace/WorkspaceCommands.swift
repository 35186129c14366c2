import Casework
import Terminal

extension Workspace {
    /// Does what a command says, or says why it cannot.
    mutating func perform(_ command: Command) -> [Intent] {
        switch command {
        case .redraw: return [.redraw]
        case .suspend: return [.suspend]
        case .quit: return quit()
        case .back: return history.goBack() ? [] : quit()
        case .forward:
            if !history.goForward() { status = .problem("There is nothing to go forward to.") }
        case .leave: leave()
        case .help: open(.page(HelpScreen(history.current.context, keymap)))
        case .palette: mode = .palette(PaletteModel())
        case .analyse: return analyse()
        case .whatIf: askWhatIf()
        case .connections: openConnections()
        case .path where !Set<Context>.graphs.contains(context): openPath()
        case .graphOfThis: openGraphOfThis()
        case .timelineOfThis: openTimelineOfThis()
        case .importEvidence: ask(.importEvidence)
        case .tag, .comment: askForNote(command)
        case .bookmark: return bookmark()
        case .notes: open(.list(.notes))
        case .decisions: open(.list(.decisions))
        case .undo where context != .review: return closeLastOpened() ? [] : undo()
        case .redo: return redo()
        case .export: askForExport()
        case .sql: ask(.sql, lastStatement)
        case .commandLog: open(.page(CommandLogScreen(log)))
        case .panes: panes = panes.next
        case .tour: toggleTour()
        case .mouse: return toggleMouse()
        case .cancelJob: return cancelJob()
        case .copy: return copy()
        case .screen(let name): show(name)
        default: return performHere(command)
        }
        return []
    }

    mutating func open(_ target: Target) {
        // What a screen asked in SQL can be looked at, and asked otherwise.
        if case .list(.sql(let statement)) = target { lastStatement = statement }
        open(Place(target))
    }

    /// Opens a place; a list gets a number that undo knows it by.
    mutating func open(_ place: Place) { history.open(numbered(place)) }

    mutating func numbered(_ place: Place) -> Place {
        guard case .list(var model) = place, model.number == 0 else { return place }
        lastList += 1
        model.number = lastList
        opened[model.number] = model.state
        return .list(model)
    }

    private mutating func performHere(_ command: Command) -> [Intent] {
        switch history.current {
        case .page(let screen): perform(command, on: screen)
        case .list(let model): return perform(command, on: model)
        case .review(let model): return perform(command, on: model)
        }
        return []
    }

    private mutating func perform(_ command: Command, on screen: any PageScreen) {
        guard let layout = ScreenLayout(size) else { return }
        var screen = screen
        let page = screen.page(width: layout.body.columns, standing: standing, glyphs: glyphs)
        let height = page.room(layout.body.rows)
        let choice = screen.scroll.choice(in: page, height: height)
        if let outcome = screen.perform(command, on: page, choice: choice) {
            history.current = .page(screen)
            take(outcome)
        } else if screen.scroll.perform(command, page: page, height: height) {
            history.current = .page(screen)
        } else if command == .open {
            guard let target = screen.scroll.target(in: page, height: height) else {
                status = .problem("There is nothing to open here.")
                return
            }
            open(target)
        } else if command == .members, let group = screen as? GroupScreen {
            open(.members(group.id))
        } else if command == .pivot {
            pivot(on: screen.scroll.target(in: page, height: layout.body.rows))
        }
    }

    /// In the graph's tree undo closes the node that was opened last; false where there is none.
    private mutating func closeLastOpened() -> Bool {
        guard context == .graph, case .page(let screen) = history.current, var graph = screen as? GraphScreen,
            let outcome = graph.collapseLast()
        else { return false }
        history.current = .page(graph)
        take(outcome)
        status = .note("Closed what was opened last.")
        return true
    }

    private mutating func take(_ outcome: ScreenOutcome) {
        switch outcome {
        case .done: break
        case .choose(let choice): choose(choice)
        case .open(let target): open(target)
        case .say(let words): status = words
        }
    }

    /// Asks for a line; a job that runs already has to end first.
    mutating func ask(_ purpose: Prompt.Purpose, _ text: String = "") {
        if purpose == .importEvidence, let job {
            status = .problem("The \(job.name) is running; Ctrl-C cancels it.")
        } else {
            mode = .prompt(Prompt(purpose: purpose, text: text, isProposed: true))
        }
    }

    private mutating func leave() {
        if context == .help { return _ = history.goBack() }
        guard case .list(var model) = history.current,
            model.isFiltered || !model.marks.isEmpty || model.rangeStart != nil
        else {
            status = .problem("There is nothing to leave; q goes back.")
            return
        }
        if model.rangeStart != nil {
            model.rangeStart = nil
        } else if model.isFiltered {
            model.filter(by: "")
            if !model.marks.isEmpty {
                status = .note(
                    "\(Figures.counted(model.marks.count, "row")) stay marked; Esc again unmarks them.")
            }
        } else {
            model.clearMarks()
        }
        history.current = .list(model)
    }

    mutating func show(_ name: ScreenName) {
        if name == .graph, let node = history.current.graphNode { return open(.graph(node)) }
        if name == .timeline, let whose = history.current.timelineSubject { return open(.timeline(whose)) }
        let fresh = name == .graph ? .page(graphToBeginWith()) : Place.screen(name)
        if history.current.screenName == name { status = .note("This is \(name.title).") }
        history.show(name, orOpen: numbered(fresh))
    }

    private mutating func quit() -> [Intent] {
        guard let job else { return [.quit] }
        mode = .question(.quit(job: job.name))
        return []
    }

    private mutating func analyse() -> [Intent] {
        if let job {
            status = .problem("The \(job.name) is running; Ctrl-C cancels it.")
            return []
        }
        if let overview = standing.overview, overview.sources == 0 {
            status = .problem("There is no evidence to analyse: import some first.")
            return []
        }
        job = JobProgress(name: "analysis", fraction: nil, detail: "starting")
        return [.startAnalysis]
    }

    private mutating func cancelJob() -> [Intent] {
        guard let job else {
            status = .problem("No job is running; q goes back, and :quit leaves the program.")
            return []
        }
        status = .note("Cancelling the \(job.name) …")
        return [.cancelJob]
    }

    private mutating func copy() -> [Intent] {
        let name: String? =
            switch history.current {
            case .page(let screen): screen.copyName
            case .list(let model) where !model.marks.isEmpty:
                model.marks.rows.map(\.name).joined(separator: "\n")
            case .list(let model): model.current?.copyName
            case .review(let model): model.current?.accountId.string
            }
        if case .list(let model) = history.current, model.marks.count > 1 {
            status = .note("Copied \(Figures.counted(model.marks.count, "id"))")
            return name.map { [.copy($0)] } ?? []
        }
        guard let name else {
            status = .problem("There is no id here to copy.")
            return []
        }
        status = .note("Copied \(name)")
        return [.copy(name)]
    }
}
