import Casework

/// Between which two accounts a path is asked for.
enum PathQuestion {
    /// What was typed as an account: its bare id, or its full name.
    static func account(_ text: String) -> AccountID {
        var trimmed = text[...]
        while trimmed.first?.isWhitespace == true { trimmed.removeFirst() }
        while trimmed.last?.isWhitespace == true { trimmed.removeLast() }
        let prefix = "account:"
        return AccountID(String(trimmed.hasPrefix(prefix) ? trimmed.dropFirst(prefix.count) : trimmed))
    }
}

extension Workspace {
    /// From a list between the marked accounts, from an explanation between its two, from a dossier to one that is
    /// asked for.
    mutating func openPath() {
        switch history.current {
        case .list(let model): openPath(model)
        case .review(let model):
            guard let account = model.current?.accountId else {
                status = .problem("There is no account here to find a path from.")
                return
            }
            ask(.path(account))
        case .page(let screen):
            if let link = screen as? ExplanationScreen { return open(.path(link.a, link.b)) }
            guard let account = (screen as? AccountScreen)?.id else {
                status = .problem("There is no account here to find a path from.")
                return
            }
            ask(.path(account), markedElsewhere(account) ?? "")
        }
    }

    private mutating func openPath(_ model: ListModel) {
        let pair = model.pair
        guard pair.count == 2 else {
            let have = pair.count > 2 ? "\(pair.count) accounts are marked" : "mark one with Space first"
            status = .problem("To find a path there must be two accounts: \(have).")
            return
        }
        open(.path(pair[0], pair[1]))
    }

    /// The only account marked in the list one came from: the likeliest other end.
    private func markedElsewhere(_ own: AccountID) -> String? {
        for place in history.behind.reversed() {
            guard case .list(let model) = place, [.accounts, .members].contains(model.list.context) else {
                continue
            }
            let marks = model.marks.accounts.filter { $0 != own }
            return marks.count == 1 ? marks[0].string : nil
        }
        return nil
    }
}

extension ListModel {
    /// The marked accounts, with the one under the cursor where only one is marked.
    var pair: [AccountID] {
        var pair = marks.accounts
        if pair.count == 1, let account = current?.account, !pair.contains(account) { pair.append(account) }
        return pair
    }
}
