import Casework

extension Workspace {
    /// Asks what to leave out, with what is under the cursor typed already; says why where nothing can be held against.
    mutating func askWhatIf() {
        if let job {
            status = .problem("The \(job.name) is running; Ctrl-C cancels it.")
        } else if standing.overview?.run == nil {
            status = .problem("There is no analysis to hold it against: press A first.")
        } else if let run = standing.overview?.run, !run.isUpToDate {
            let reasons = run.reservations.joined(separator: " ")
            status = .problem("\(reasons) Press A first, then ask what would change.")
        } else {
            mode = .prompt(
                Prompt(purpose: .whatIf, text: history.current.subject?.leftOutName ?? ""))
        }
    }

    mutating func openWhatIf(_ line: String) {
        history.open(.page(WhatIfScreen(line)))
        job = JobProgress(name: "what-if", fraction: nil, detail: "starting")
    }

    /// The account under the cursor or on the page, with what it shares with flagged accounts.
    mutating func openConnections() {
        let account: AccountID? =
            switch history.current {
            case .page(let screen): (screen as? AccountScreen)?.id
            case .list(let model): model.current?.account
            case .review(let model): model.current?.accountId
            }
        guard let account else {
            status = .problem("There is no account under the cursor.")
            return
        }
        open(.connections(account))
    }
}

extension EntityName {
    /// How it is named to be left out of an analysis; nil for what is no evidence by itself.
    fileprivate var leftOutName: String? {
        switch self {
        case .artifact(let artifact): "\(artifact.kind.rawValue):\(artifact.value.string)"
        case .source(let number): "source:\(number.rawValue)"
        case .net(let range) where range.prefix == 128: "\(ArtifactKind.address.rawValue):\(range.address)"
        case .net(let range): "\(ArtifactKind.network.rawValue):\(range)"
        case .template(let id): "\(ArtifactKind.template.rawValue):\(id.string)"
        case .account, .sample, .group, .campaign, .link, .row, .membership, .attribution: nil
        }
    }
}
