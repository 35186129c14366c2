import Casework

/// A map that comes with the program, fitted to a file: the account it names is checked against what is there.
struct ReadyDraft {
    private let ready: ReadyMap
    private let account: DraftField
    private let doubts: [String]

    /// Nil where no ready map fits.
    init?(_ look: FileLook, _ form: ForeignForm, _ answers: MapDraft.Answers) {
        guard let ready = ReadyDraft.fitting(look, form) else { return nil }
        self.ready = ready
        var doubts: [String] = []
        if let answer = answers.account {
            account = AccountField.answered(answer, look.columns)
        } else {
            account = ReadyDraft.account(ready, look, &doubts)
        }
        self.doubts = doubts
    }

    private static func fitting(_ look: FileLook, _ form: ForeignForm) -> ReadyMap? {
        ReadyMap.all.first { ready in
            if let line = form.line {
                return (try? EvidenceMap.find(ready.name))?.form.line?.names == line.names
            }
            return !ready.signature.isEmpty
                && ready.signature.allSatisfy { name in look.names.contains { Bytes.equal($0, name) } }
        }
    }

    /// The column that the map names, unless it tells no accounts apart or another is called one outright.
    private static func account(_ ready: ReadyMap, _ look: FileLook, _ doubts: inout [String]) -> DraftField {
        let guess = AccountGuess(
            look.columns.filter { $0.rows > 0 && !ready.otherAccounts.contains($0.name) }, rows: look.rows)
        guard let usual = ready.account else {
            let question = "which part of the request is the account? ALB logs have no field for it"
            return DraftField(
                name: "account_id", value: "{ask: \(YAMLQuoting.text(question))}",
                ask: [
                    question,
                    "if the URL names it: account_id: {from: request, do: [{capture: \"*/accounts/{}/*\"}]}",
                ])
        }
        let own = look.columns.first { Bytes.equal($0.name, usual) }
        let others = ([guess.best].compactMap { $0 } + guess.rivals + guess.others).filter {
            !Bytes.equal($0.name, usual)
        }
        var field = DraftField(name: "account_id", value: YAMLQuoting.text(usual))
        if let best = others.first, own.map({ isBetter(best, than: $0, look.rows) }) ?? true {
            field.value = YAMLQuoting.text(best.name)
            let usual = own?.summary ?? "\(usual), which no row has"
            doubts.append("the account is taken from \(best.summary); the map would take \(usual)")
        } else if let other = others.first(where: { $0.distinct > 1 }) {
            doubts.append("the account is \(own?.summary ?? usual). It could be \(other.summary)")
        }
        field.unsure = doubts
        return field
    }

    private static func isBetter(_ other: ColumnLook, than own: ColumnLook, _ rows: Int) -> Bool {
        if own.rows == 0 { return true }
        let isNamedSo = ["account_id", "account", "acct_id"].contains(other.plainName)
        let tellsNothing = own.distinct == 1 && other.distinct > 1
        return (isNamedSo && other.distinct > 1 && other.rows * 10 >= own.rows * 9) || tellsNothing
    }

    func draft(name: String, guess: FormGuess, _ look: FileLook) -> MapDraft {
        var draft = MapDraft(
            file: name, form: guess.form.word, readyMap: ready.name, tables: [], rowsRead: look.rows,
            columns: look.columns.map(\.summed), unsure: guess.unsure + doubts,
            ask: account.ask.prefix(1).map { $0 },
            yaml: "")
        let lines = lines(name: name, guess.form)
        draft.yaml = (DraftWriting.heading(draft) + lines).joined(separator: "\n") + "\n"
        let map = try? EvidenceMap.read(Array(draft.yaml.utf8), name: name)
        draft.tables = map?.outputs.map(\.table.rawValue) ?? []
        return draft
    }

    /// The map's own text, with the file's name, its form and its account put in.
    private func lines(name: String, _ form: ForeignForm) -> [String] {
        var lines: [String] = []
        var hasAsked = false
        for line in ready.text.split(separator: "\n", omittingEmptySubsequences: true) {
            if line.hasPrefix("form: ") {
                lines.append("files: [\(YAMLQuoting.text(name))]")
                lines += form.form == .log ? [String(line)] : form.lines
            } else if let range = line.firstRange(of: "      account_id: ") {
                let indent = line[range].prefix { $0 == " " }
                if !hasAsked {
                    lines += account.ask.map { "\(indent)# ask: \(YAMLQuoting.comment($0))" }
                    lines += account.unsure.map { "\(indent)# unsure: \(YAMLQuoting.comment($0))" }
                }
                hasAsked = true
                lines.append("\(indent)account_id: \(account.value)")
            } else {
                lines.append(String(line))
            }
        }
        return lines
    }
}
