import CaseStore
import Casework
import TestSupport
import Testing
import Workbench

@Suite("Activity over time")
struct TimelineDeskTests {
    private let folder: TemporaryFolder
    private let reader: CaseReader

    init() throws {
        folder = try TemporaryFolder()
        reader = try CaseReader(opening: RingCase.write(folder))
    }

    private func timeline(_ subject: TimelineSubject) throws -> Timeline {
        try TimelineDesk(reader).timeline(of: subject)
    }

    @Test("the whole case adds up to its exchanges, in whole weeks from a Monday") func wholeCase() throws {
        let found = try timeline(.wholeCase)
        let overview = try reader.overview()
        #expect(found.activity.exchanges.reduce(0, +) == overview.exchanges)
        #expect(found.activity.hoursOfDay.reduce(0, +) == overview.exchanges)
        #expect(found.activity.exchanges.count % HourActivity.hoursAWeek == 0)
        #expect(CivilDate(daysSince1970: found.activity.firstHour / 24).description == "2025-06-23")
        #expect(found.activity.activeByHour.isEmpty)
        #expect(found.accounts == overview.accounts)
    }

    @Test("a group's members are counted once an hour, a day and a week, beside all others") func group()
        throws
    {
        let id = try #require(try reader.groups(ListQuery()).first).id
        let found = try timeline(.group(id))
        #expect(found.accounts == 12)
        #expect(found.activity.exchanges.reduce(0, +) == 12 * 14)
        #expect(found.activity.activeByHour.max() == 12)
        #expect(found.activity.activeByDay.filter { $0 == 12 }.count == 14)
        #expect(found.activity.activeByWeek.allSatisfy { $0 == 12 })
        let overview = try reader.overview()
        #expect(found.activity.othersByHourOfDay.reduce(0, +) == overview.exchanges - 12 * 14)
        #expect(found.expectedByHour.count == found.activity.activeByHour.count)
        #expect(found.signals.allSatisfy { $0.kind == .synchrony || $0.kind == .releasePivot })
        #expect(throws: StoreError.self) { try timeline(.group("C-99")) }
    }

    @Test("one account agrees with its dossier") func account() throws {
        let found = try timeline(.account(AccountID("r3")))
        let dossier = try reader.dossier(AccountID("r3"))
        #expect(found.activity.exchanges.reduce(0, +) == dossier.activity.reduce(0) { $0 + $1.exchanges })
        #expect(found.activity.hoursOfDay == dossier.hours)
        #expect(throws: WorkbenchError.unknownAccount("nobody")) {
            try timeline(.account(AccountID("nobody")))
        }
    }

    @Test("rows far from all others in time do not push the rest out of sight") func farOff() throws {
        let folder = try TemporaryFolder()
        try folder.write("account_id,created_at\nu1,1750000000\n", to: "e/accounts.csv")
        try folder.write(
            "account_id,at\nu1,1262304000\nu1,1751000000\nu1,1751003600\nu1,1751086400\n",
            to: "e/exchanges.csv")
        _ = try ImportJob(path: folder.path("case"), act: RingCase.act).run([folder.path("e")])
        let reader = try CaseReader(opening: folder.path("case"))
        let found = try TimelineDesk(reader).timeline(of: .wholeCase)
        #expect(found.activity.exchanges.reduce(0, +) == 3)
        #expect(found.activity.exchanges.count == HourActivity.hoursAWeek)
        #expect(found.notes == ["1 exchange too far from the others in time is left out"])
        let own = try TimelineDesk(reader).timeline(of: .account(AccountID("u1")))
        #expect(own.activity.exchanges == found.activity.exchanges)
    }

    @Test("a case without exchanges has no time") func empty() throws {
        let folder = try TemporaryFolder()
        try folder.write("account_id,created_at\nu1,1750000000\n", to: "e/accounts.csv")
        _ = try ImportJob(path: folder.path("case"), act: RingCase.act).run([folder.path("e")])
        let found = try TimelineDesk(CaseReader(opening: folder.path("case"))).timeline(of: .wholeCase)
        #expect(found.activity.exchanges.isEmpty)
    }
}
