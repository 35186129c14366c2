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
        case .help: history.open(.page(HelpScreen(history.current.context, keymap)))
        case .palette: mode = .palette(PaletteModel())
        case .analyse: return analyse()
        case .whatIf: askWhatIf()
        case .connections: openConnections()
        case .importEvidence: ask(.importEvidence)
        case .tag, .comment: askForNote(command)
        case .cancelJob: return cancelJob()
        case .copy: return copy()
        case .screen(let name): show(name)
        default: performHere(command)
        }
        return []
    }

    mutating func open(_ target: Target) {
        history.open(Place(target))
    }

    private mutating func performHere(_ command: Command) {
        switch history.current {
        case .page(let screen): perform(command, on: screen)
        case .list(let model): perform(command, on: model)
        }
    }

    private mutating func perform(_ command: Command, on screen: any PageScreen) {
        guard let layout = ScreenLayout(size) else { return }
        var screen = screen
        let page = screen.page(width: layout.body.columns, standing: standing, glyphs: glyphs)
        if screen.scroll.perform(command, page: page, height: layout.body.rows) {
            history.current = .page(screen)
        } else if command == .open {
            guard let target = screen.scroll.target(in: page, height: layout.body.rows) else {
                status = .problem("There is nothing to open here.")
                return
            }
            open(target)
        } else if command == .members, let group = screen as? GroupScreen {
            open(.members(group.id))
        }
    }

    private mutating func perform(_ command: Command, on list: ListModel) {
        var model = list
        switch command {
        case .filter:
            mode = .filter(LineEditor(model.filterText))
            return
        case .sort: model.sortByColumn()
        case .previousColumn: model.moveColumn(by: -1)
        case .nextColumn: model.moveColumn(by: 1)
        case .mark:
            model.toggleMark()
            _ = model.move(.down)
        case .explain: return explain(model)
        case .rejects: return open(.list(.rejects))
        case .faults: return open(.list(.faults))
        case .auditLog: return open(.list(.auditLog))
        case .indicators: return open(.list(.indicators))
        case .violations: return open(.list(.violations))
        case .templates: return open(.list(.templates))
        case .samplesOfFrame: return openSamples(of: model)
        case .open: return openRow(model)
        default: guard model.move(command) else { return }
        }
        history.current = .list(model)
    }

    private mutating func openRow(_ model: ListModel) {
        guard let row = model.current else {
            status = .problem(
                model.scroll.total == 0 ? "There is nothing to open." : "This row is still being read.")
            return
        }
        switch row {
        case .group(let row): open(.group(row.id))
        case .account(let row): open(.account(row.accountId))
        case .member(let row): open(.account(row.accountId))
        case .source(let row): openRejects(of: row)
        case .artifact(let row): open(.artifact(Artifact(kind: row.kind, value: row.value)))
        case .network(let row): open(.network(row.net))
        case .sample(let row): open(.sample(row.row))
        case .template(let row): open(.template(row.id))
        case .violation(let row): open(.account(row.accountId))
        case .reject, .audit, .indicator:
            status = .problem("The row is shown beside the list; there is no more of it.")
        }
    }

    /// What was wrong in one file.
    private mutating func openRejects(of source: SourceRow) {
        guard source.rejected > 0 || source.faults > 0 else {
            status = .note("\(source.file): no row was rejected and no field was faulty.")
            return
        }
        open(.filtered(source.rejected > 0 ? .rejects : .faults, "source:\(source.source)"))
    }

    private mutating func openSamples(of model: ListModel) {
        guard case .template(let row) = model.current else {
            status = .problem("There is no frame under the cursor.")
            return
        }
        open(.filtered(.samples, "template:\(row.id)"))
    }

    /// Asks for a line; a job that runs already has to end first.
    private mutating func ask(_ purpose: Prompt.Purpose) {
        if purpose == .importEvidence, let job {
            status = .problem("The \(job.name) is running; Ctrl-C cancels it.")
        } else {
            mode = .prompt(Prompt(purpose: purpose))
        }
    }

    private mutating func askForNote(_ command: Command) {
        guard let subject = history.current.subject else {
            status = .problem("There is nothing here to \(command == .tag ? "tag" : "comment on").")
            return
        }
        ask(command == .tag ? .tag("\(subject)") : .comment("\(subject)"))
    }

    private mutating func explain(_ model: ListModel) {
        var pair = model.marks.map { AccountID($0.string) }
        if pair.count == 1, let account = model.current?.account, !pair.contains(account) {
            pair.append(account)
        }
        guard pair.count == 2 else {
            let have = pair.count > 2 ? "\(pair.count) accounts are marked" : "mark one with Space first"
            status = .problem("To see why two accounts are linked there must be two: \(have).")
            return
        }
        open(.explanation(pair[0], pair[1]))
    }

    private mutating func leave() {
        guard case .list(var model) = history.current, model.isFiltered || !model.marks.isEmpty else {
            status = .problem("There is nothing to leave; q goes back.")
            return
        }
        if model.isFiltered { model.filter(by: "") } else { model.clearMarks() }
        history.current = .list(model)
    }

    private mutating func show(_ name: ScreenName) {
        guard let fresh = Place.screen(name) else {
            status = .problem("\(name.title) (\(name.rawValue)) is not in this version.")
            return
        }
        if history.current.screenName == name { status = .note("This is \(name.title).") }
        history.show(name, orOpen: fresh)
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
            status = .problem("No job is running; q leaves the program.")
            return []
        }
        status = .note("Cancelling the \(job.name) …")
        return [.cancelJob]
    }

    private mutating func copy() -> [Intent] {
        let name: String? =
            switch history.current {
            case .page(let screen): screen.copyName
            case .list(let model): model.current?.copyName
            }
        guard let name else {
            status = .problem("There is no id here to copy.")
            return []
        }
        status = .note("Copied \(name)")
        return [.copy(name)]
    }
}
