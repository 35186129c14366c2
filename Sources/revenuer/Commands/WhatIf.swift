import Analysis
import ArgumentParser
import CaseStore
import Casework
import Workbench

/// `revenuer what-if CASE --without …`
struct WhatIfCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "what-if",
        abstract: "Who falls out when a kind, a family, a source or a value is left out; nothing is stored.",
        discussion: """
            Runs the analysis again, with the seed and the settings of the stored one, without what is named, and holds \
            both against each other: per campaign the accounts that fall out and come in, campaigns that vanish, split, \
            merge or turn out to look like something innocent, probabilities and attribution before and after. The case \
            and its findings stay as they are. `revenuer analyze` with the same --without and --bar makes it the case's \
            findings. What is derived goes with what it comes from: networks with addresses, and with prompt_key the \
            moments in which accounts sent one frame.
            """)

    @Argument(help: "The case file.", completion: .file())
    var path: String

    @OptionGroup var evidence: LeftOutOptions

    @Option(
        name: .customLong("without-source"),
        help: "Leave out a file of evidence by its number (list sources). May be given several times.")
    var sources: [Int] = []

    @Flag(help: "Print one JSON value.")
    var json = false

    @OptionGroup var progress: ProgressOptions

    func run() throws {
        var choices = try evidence.read(CaseReader(opening: path))
        choices.sources = Set(sources)
        guard !choices.isEmpty else {
            throw CommandFailure.usage(
                "Nothing is left out: give --without KIND or FAMILY, --without-source N or --bar KIND:VALUE.")
        }
        Interruption.listen()
        let line = progress.line
        let result = try WhatIfJob(path: path, choices: choices).run(
            progress: { line.update($0.stage, fraction: $0.fraction) }, isCancelled: { Interruption.isWished }
        )
        line.clear()
        var out = StandardOutput()
        if json { try out.json(result) } else { WhatIfPrinting.lines(result).forEach { out.line($0) } }
        out.flush()
    }
}

/// What would change, for people.
enum WhatIfPrinting {
    static func lines(_ result: WhatIf) -> [String] {
        var lines = result.words.flatMap { Prose.wrapped($0) } + [""]
        for campaign in result.campaigns {
            lines += Prose.wrapped("\(campaign.id)  \(campaign.words)")
            lines += [("before", campaign.before), ("after ", campaign.after)].compactMap { name, standing in
                standing.map { "      \(name)  \(figures($0))" }
            }
            lines += accounts("fall out", campaign.lost, campaign.lostTotal)
            if campaign.before != nil { lines += accounts("come in", campaign.gained, campaign.gainedTotal) }
        }
        return lines + [
            "Groups that are not accused: \(result.lookAlikesBefore.grouped) before, \(result.lookAlikesAfter.grouped) after."
        ]
    }

    private static func figures(_ standing: WhatIf.Standing) -> String {
        let actor =
            standing.actor.map { "→ \($0) \(OverviewPrinting.percent(standing.attributionProbability))" }
            ?? "→ unattributed"
        return
            "\(standing.kind.rawValue)  \(OverviewPrinting.percent(standing.extractionProbability))  \(standing.accounts.grouped) accounts (\(standing.accused.grouped) accused)  \(actor)  \(standing.name)"
    }

    private static func accounts(_ word: String, _ accounts: [AccountID], _ total: Int) -> [String] {
        guard total > 0 else { return [] }
        let shown = accounts.prefix(accountsShown).map(\.string).joined(separator: ", ")
        let more = total - min(accountsShown, accounts.count)
        return ["      \(word): \(shown)" + (more > 0 ? " and \(more.grouped) more" : "")]
    }

    private static let accountsShown = 8
}
