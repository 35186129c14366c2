import Casework
import Testing

@testable import Analysis

@Suite("Group figures")
struct FiguresTests {
    private func figures(_ world: SmallWorld, _ truth: String) -> GroupFigures {
        GroupFigures(world.members(truth), world.input(), world.background())
    }

    @Test("cards in rotation are many cells, an invoice is one payer")
    func sharing() {
        var world = SmallWorld()
        world.addHonest(200, seed: 1)
        world.addRing("ring", 40, seed: 2)
        world.addEnterprise(30, seed: 3)
        let ring = figures(world, "ring")
        #expect(ring.means.reuse > 0.8 && ring.means.cells >= 4 && ring.payment.largestShare < 0.35)
        let works = figures(world, "enterprise")
        #expect(works.payment.cells == 1 && works.payment.largestShare == 1 && works.invoiceShare == 1)
        #expect(works.open.largestShare == 1 && ring.open.largestShare == 0)
    }

    @Test("a popular value ties nobody")
    func popular() {
        var world = SmallWorld()
        world.addHonest(200, seed: 1)
        for id in world.ids { world.hold(id, "device", "popular phone") }
        let input = world.input()
        let kinds = input.values.kinds.map { $0.rawValue == "device" }
        let sharing = Sharing(Array(0..<20), input, world.background(), counts: kinds)
        #expect(sharing.cells == 0 && sharing.reuse == 0)
    }

    @Test("sign-ups in batches are runs, sign-ups at any time are none")
    func runs() {
        var accounts = AccountColumns()
        let hour: Int64 = 3_600_000
        for number in 0..<24 {
            accounts.append(
                number: UInt32(number), createdAt: Int64(number / 8) * 100 * hour + Int64(number % 8) * 60_000
            )
        }
        let batches = SignUpFigures(Array(0..<24), accounts)
        #expect(batches.runs == 3 && batches.runShare == 1)
        var spread = AccountColumns()
        for number in 0..<24 { spread.append(number: UInt32(number), createdAt: Int64(number) * 31 * hour) }
        #expect(SignUpFigures(Array(0..<24), spread).runs == 0)
    }

    @Test("accounts made right after every ban are replacements")
    func replacement() {
        var accounts = AccountColumns()
        let hour: Int64 = 3_600_000
        for wave in 0..<4 {
            let ban = Int64(wave + 1) * 1000 * hour
            for number in 0..<5 {
                accounts.append(
                    number: UInt32(wave * 10 + number),
                    createdAt: Int64(wave) * 1000 * hour + Int64(number + 1) * hour,
                    closedAt: ban, status: .banned)
            }
        }
        let figures = SignUpFigures(Array(0..<20), accounts)
        #expect(figures.replaced == 15)
        #expect(figures.replacementBits > 12)
    }

    @Test("day concordance is one for a single hour and near zero for a flat day")
    func concordance() throws {
        var hours = HourColumns()
        for hour in 0..<240 {
            hours.hour.append(UInt32(hour))
            hours.count.append(1)
        }
        hours.offsets.append(240)
        for day in 0..<10 {
            hours.hour.append(UInt32(day * 24 + 9))
            hours.count.append(2)
        }
        hours.offsets.append(250)
        #expect(abs(try #require(DayConcordance.figure([0], hours))) < 0.01)
        #expect(abs(try #require(DayConcordance.figure([1], hours)) - 1) < 1e-9)
        #expect(DayConcordance.figure([], hours) == nil)
    }

    @Test("a dispatcher's pairs are lockstep, independent people's are not")
    func lockstep() {
        var (activity, people) = (ActivityColumns(), ActivityColumns())
        var random = SeededGenerator(seed: 6)
        for _ in 0..<10 {
            activity.seconds += (0..<50).map { SmallWorld.opening / 60 * 60 + UInt32($0) * 7261 }
            activity.offsets.append(activity.seconds.count)
            people.seconds += (0..<50).map { _ in SmallWorld.opening + UInt32(random.below(400_000)) }
                .sorted()
            people.offsets.append(people.seconds.count)
        }
        #expect(LockstepFigure(Array(0..<10), activity).bits > 4)
        #expect(LockstepFigure(Array(0..<10), people).bits == 0)
    }

    @Test("jobs at the same minute of every day are no lockstep")
    func daily() {
        var activity = ActivityColumns()
        for account in 0..<20 {
            activity.seconds += (0..<30).map {
                SmallWorld.opening / 60 * 60 + UInt32($0) * 86_400 + UInt32(account)
            }
            activity.offsets.append(activity.seconds.count)
        }
        #expect(LockstepFigure(Array(0..<20), activity).bits == 0)
    }
}
