import Casework
import Terminal
import Testing

@testable import Screens

/// Walks through the keymap: wherever a key is offered it acts, or says why it cannot.
@Suite("Every key of the help") struct EveryKeyTests {
    private static let account = InventedCase.account(0).accountId
    private static let other = InventedCase.account(2).accountId

    /// A place of every context that the keymap knows.
    private static func place(_ context: Context) -> Place? {
        let row = RowReference(source: 1, file: "accounts.csv", line: 2)
        let lists: [Context: RowList] = [
            .campaigns: .groups, .members: .members(group: "C-01"), .accounts: .accounts,
            .artifacts: .artifacts, .networks: .networks, .samples: .samples, .templates: .templates,
            .sources: .sources, .rejects: .rejects, .faults: .faults, .auditLog: .auditLog,
            .indicators: .indicators, .violations: .violations, .notes: .notes,
            .decisions: .decisions, .sqlRows: .sql("SELECT 1"),
            .frequencies: .frequencies(of: .accounts, field: "status", filter: ""),
        ]
        if let list = lists[context] { return .list(ListModel(list)) }
        let artifact = InventedTexts.artifacts[0]
        let targets: [Context: Target] = [
            .campaign: .group("C-01"), .account: .account(account),
            .explanation: .explanation(account, other),
            .artifact: .artifact(Artifact(kind: artifact.kind, value: artifact.value)),
            .network: .network("198.51.100.0/24"), .sample: .sample(row), .template: .template("T-001"),
            .connections: .connections(account), .path: .path(account, other), .evidenceRow: .row(row, []),
        ]
        if let target = targets[context] { return Place(target) }
        switch context {
        case .overview: return .page(OverviewScreen())
        case .whatIf: return .page(WhatIfScreen("payment"))
        case .commandLog: return .page(CommandLogScreen(CommandLog()))
        case .graph: return Place(.graph(.group("C-01")))
        case .matrix:
            var screen = GraphScreen(.group("C-01"))
            _ = screen.perform(.otherForm, on: Page(width: 100), choice: nil)
            return .page(screen)
        case .help: return .page(HelpScreen(.accounts, .standard))
        default:
            return ScreenName.allCases.map(Place.screen).first { $0.context == context }
        }
    }

    @Test("acts or says why", arguments: Set<Context>.screens.sorted { $0.rawValue < $1.rawValue })
    func walked(context: Context) throws {
        var opened = Desk.open(100, 30)
        if context != .overview {
            opened.workspace.open(try #require(EveryKeyTests.place(context), "no place of \(context)"))
            opened.resize(100, 30)
            opened.answerAll()
        }
        #expect(opened.workspace.history.current.context == context)
        let before = opened.grid
        for binding in Keymap.standard.bindings(in: context) where !binding.command.isMovement {
            for key in binding.keys {
                var desk = opened
                let intents = desk.intents.count
                desk.press(key)
                let acted = desk.grid != before || desk.intents.count > intents || !desk.waiting.isEmpty
                #expect(acted, "\(key) (\(binding.description)) on \(context.title)")
                desk.answerAll()
                #expect(!desk.screen.contains("does nothing here"), "\(key) on \(context.title)")
            }
        }
    }
}
