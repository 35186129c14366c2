import Screens

extension JobDesk {
    /// Begins what an intent asks for; intents that are no jobs are left alone.
    func serve(_ intent: Intent) {
        switch intent {
        case .startAnalysis: startAnalysis()
        case .startWhatIf(let line, let token): startWhatIf(line, token)
        case .startImport(let path): startImport(of: path)
        case .note(let order, let origin): note(order, origin)
        case .bookmark(let subjects): bookmark(subjects)
        case .withdraw(let deed, let origin): withdraw(deed, origin)
        case .export(let order): export(order)
        case .exportText(let text, let path): export(text: text, to: path)
        case .exportGraph(let group, let path): exportGraph(of: group, to: path)
        case .cancelJob: cancel()
        case .decide, .takeBack: break
        case .load, .abandon, .remind, .mouse, .copy, .redraw, .suspend, .quit: break
        }
    }
}
