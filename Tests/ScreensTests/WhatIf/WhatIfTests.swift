import Casework
import Testing

@testable import Screens

@Suite("What if") struct WhatIfTests {
    private static let run = InventedCase.overview.run?.id ?? ""

    private func result(run: String = WhatIfTests.run) -> WhatIf {
        var without = WhatIf.LeftOut()
        without.kinds = [.payment]
        var result = WhatIf(run: run, without: without)
        result.words = ["Without the kind payment: 200 accounts would be accused, where it is 214."]
        (result.lookAlikesBefore, result.lookAlikesAfter) = (4, 5)
        var changed = WhatIf.Campaign(id: "C-01", outcome: .changed)
        changed.before = standing("large proxy network", 214, 0.993)
        changed.after = standing("large proxy network", 202, 0.97)
        changed.words = "stays a campaign; 12 fall out, 0 come in"
        (changed.lost, changed.lostTotal) = ((0..<9).map { AccountID("u-lost-\($0)") }, 12)
        var gone = WhatIf.Campaign(id: "C-03", outcome: .vanishes)
        gone.before = standing("small and synchronised", 12, 0.941)
        gone.words = "vanishes: its members are in no group"
        result.campaigns = [changed, gone]
        return result
    }

    private func standing(_ name: String, _ accounts: Int, _ probability: Double) -> WhatIf.Standing {
        var standing = WhatIf.Standing(kind: .campaign, name: name, accounts: accounts, accused: accounts - 2)
        standing.extractionProbability = probability
        return standing
    }

    /// On the first artifact, asked with `w` and Enter.
    private func asked() -> Desk {
        var desk = Desk.open(keys: "4w")
        desk.press(.enter)
        return desk
    }

    private func token(_ desk: Desk) throws -> Token {
        try #require(
            desk.intents.compactMap { intent in
                if case .startWhatIf(_, let token) = intent { token } else { nil }
            }.last)
    }

    @Test("w takes what is under the cursor, and more can be typed") func question() {
        var desk = Desk.open(keys: "4w")
        let artifact = InventedTexts.artifacts[0]
        let name = "\(artifact.kind.rawValue):\(artifact.value.string)"
        #expect(desk.grid[22].contains("what if without: \(name)"))
        desk.type(", source:3")
        desk.press(.enter)
        guard case .startWhatIf(let line, _) = desk.intents.last else {
            Issue.record("nothing was asked")
            return
        }
        #expect(line == "\(name), source:3")
        #expect(Desk.open(keys: "0w").grid[22].contains("what if without: source:1"))
        #expect(Desk.open(keys: "5w").grid[22].contains("what if without: network:192.0.2.0/28"))
        #expect(Desk.open(keys: "w").grid[22].hasPrefix(" what if without:  payment:pf_81c0"))
    }

    @Test("while it is worked out the page says so, and the keyboard goes on") func waiting() {
        var desk = asked()
        #expect(desk.screen.contains("Working it out. Ctrl-C cancels; q goes back, a comes here again."))
        desk.send(.jobProgress(JobProgress(name: "what-if", fraction: 0.4, detail: "groups")))
        #expect(desk.grid[0].contains("what-if 40"))
        desk.type("A")
        #expect(desk.grid[22].contains("The what-if is running; Ctrl-C cancels it."))
        desk.type("q")
        #expect(desk.grid[0].contains("Artifacts"))
    }

    @Test("what comes of it, drawn; it is found where it was asked, whatever is on screen") func drawn()
        throws
    {
        var desk = asked()
        desk.type("q")
        desk.send(.answered(try token(desk), .whatIf(result())))
        desk.send(.jobEnded(JobEnd(name: "what-if", outcome: .done)))
        desk.type("a")
        #expect(
            desk.screen == """
                 REVENUER  Quickstart ca…  ▌SYNTHETIC▐  What if › without client:python-sdk/1.4
                ────────────────────────────────────────────────────────────────────────────────
                 Without the kind payment: 200 accounts would be accused, where it is 214.

                 Campaigns
                ›C-01 stays a campaign; 12 fall out, 0 come in
                     as it is  .993  214 accounts, 212 accused  unattributed  large proxy netwo…
                     without   .970  202 accounts, 200 accused  unattributed  large proxy netwo…
                     falls out u-lost-0
                     falls out u-lost-1
                     falls out u-lost-2
                     falls out u-lost-3
                     falls out u-lost-4
                     falls out u-lost-5
                     falls out u-lost-6
                     falls out u-lost-7
                 4 more accounts
                 C-03 vanishes: its members are in no group
                     as it is  .941  12 accounts, 10 accused  unattributed  small and synchroni…

                 Groups that are not accused: 4 as it is, 5 without.

                ────────────────────────────────────────────────────────────────────────────────
                 Enter open  q back  : palette  e export  ? help                            UTC
                """)
    }

    @Test("a campaign and an account that falls out can be opened") func targets() throws {
        var desk = asked()
        desk.send(.answered(try token(desk), .whatIf(result())))
        desk.type("j")
        desk.enter()
        #expect(desk.grid[0].contains("Accounts › u-lost-0"))
        desk.type("qk")
        desk.enter()
        #expect(desk.grid[0].contains("Campaigns › C-01"))
    }

    @Test("a new analysis does not ask again, and the page says that it is of an earlier one") func later()
        throws
    {
        var desk = asked()
        desk.send(.answered(try token(desk), .whatIf(result(run: "r-earlier"))))
        let before = desk.intents.count
        desk.send(.caseChanged)
        desk.answerAll()
        #expect(desk.intents.count == before)
        #expect(desk.screen.contains("The case was analysed anew since: this was held against r-earlier."))
    }

    @Test("why it was not worked out is said on the page") func failure() throws {
        var desk = asked()
        desk.send(.failed(try token(desk), "paymnt: the case has no such kind"))
        #expect(desk.screen.contains("Not worked out: paymnt: the case has no such kind"))
    }

    @Test("without an analysis, or over one that is out of date, it says what to do first") func refused() {
        var desk = Desk()
        desk.overview.run = nil
        desk.start()
        desk.answerAll()
        desk.type("w")
        #expect(desk.grid[22].contains("There is no analysis to hold it against: press A first."))
        desk = Desk()
        desk.overview.run?.outOfDate = [.evidence]
        desk.start()
        desk.answerAll()
        desk.type("w")
        #expect(desk.screen.contains("Evidence came in after the analysis. Press A first"))
        #expect(desk.intents.isEmpty)
    }
}
