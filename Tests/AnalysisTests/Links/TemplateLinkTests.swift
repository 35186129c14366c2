import Casework
import Testing

@testable import Analysis

@Suite("Templates as evidence")
struct TemplateLinkTests {
    private func background() -> SmallWorld {
        var world = SmallWorld()
        world.addHonest(300, seed: 3)
        return world
    }

    /// A ring whose members all have a sample of one frame, among honest people with samples of their own.
    private func sampledRing() -> SmallWorld {
        var world = background()
        world.addRing("ring", 40, seed: 9)
        for (number, id) in world.ids.enumerated() {
            world.sample(id, template: id.contains("-ring-") ? "T-ring" : "T-\(number % 40)")
        }
        return world
    }

    @Test("a template corroborates cards and devices as a prompt key would")
    func corroborates() throws {
        var world = sampledRing()
        for place in world.exchanges.indices { world.exchanges[place].key = nil }
        let (catalog, table) = world.table()
        let evidence = Evidence(catalog, table, seed: 1)
        let template = try #require(world.value(.template, "T-ring"))
        #expect(evidence.corroborated[template] == 40)
        let strangers = try #require(world.value(.template, "T-3"))
        #expect(evidence.corroborated[strangers] == 0)
    }

    @Test("a template and the prompt key of the same frame do not corroborate each other")
    func sameFamily() throws {
        var world = background()
        for id in world.ids[10..<13] {
            world.exchange(id, at: SmallWorld.opening, key: "frame")
            world.sample(id, template: "T-1")
        }
        let (catalog, table) = world.table()
        let evidence = Evidence(catalog, table, seed: 1)
        #expect(evidence.corroborated[try #require(world.value(.template, "T-1"))] == 0)
    }

    @Test("a template that many unconnected accounts use makes no group")
    func framework() throws {
        var world = background()
        for id in world.ids.prefix(120) { world.sample(id, template: "T-framework") }
        let findings = try Verdict(world).findings
        #expect(findings.groups.allSatisfy { $0.kind != .campaign })
        let verdict = findings.artifacts.first { $0.artifact.kind == .template }
        #expect(verdict == nil || verdict?.verdict == .shared || verdict?.verdict == .barred)
    }

    @Test("beside prompt keys the edges of templates count a quarter")
    func dependent() throws {
        var world = sampledRing()
        let keyless = Set(world.members("ring").suffix(10))
        let names = Set(keyless.map { world.ids[Int($0)] })
        for place in world.exchanges.indices where names.contains(world.exchanges[place].account) {
            world.exchanges[place].key = nil
        }
        let (catalog, table) = world.table()
        let evidence = Evidence(catalog, table, seed: 1)
        let template = try #require(world.value(.template, "T-ring"))
        let edges = evidence.edges()
        let ofTemplate = edges.values.indices.filter { edges.values[$0] == Int32(template) }
        #expect(ofTemplate.count == 40)
        for edge in ofTemplate {
            let account = edges.accounts[edge]
            let place = try #require(
                (table.columns[template]..<table.columns[template + 1]).first { table.account[$0] == account }
            )
            let full = Double(evidence.corroboration[place]) * evidence.agreement(template)
            #expect(abs(edges.weights[edge] - full * (keyless.contains(account) ? 1 : 0.25)) < 1e-9)
        }
    }

    @Test("without prompt keys, templates of samples are the common task", arguments: [1, 2] as [UInt64])
    func task(seed: UInt64) throws {
        var world = SmallWorld()
        world.addHonest(300, seed: seed)
        world.addRing("ring", 40, seed: seed + 20)
        for place in world.exchanges.indices { world.exchanges[place].key = nil }
        let bare = TaskFigures(world.members("ring"), world.input(), world.background())
        #expect(bare.ownShare == 0 && bare.keyed == 0, "seed \(seed)")
        for (number, id) in world.ids.enumerated() {
            let isRing = id.contains("-ring-")
            if isRing || number % 3 == 0 {
                world.sample(id, template: isRing ? "T-ring" : "T-pop-\(number % 4)")
            }
        }
        let task = TaskFigures(world.members("ring"), world.input(), world.background())
        #expect(task.isFromSamples && task.ownShare == 1, "seed \(seed)")
        // Wilson's lower bound of all of n at 95 % is n / (n + 1.96²).
        #expect(abs(task.memberShare - 40 / (40 + 1.96 * 1.96)) < 1e-9, "seed \(seed)")
        let verdict = try Verdict(world)
        #expect(verdict.accused == ["ring": 40] && verdict.pieces(of: "ring") == 1, "seed \(seed)")
    }

    /// A ring of so many whose exchanges have no prompt keys.
    private func keyless(_ count: Int) -> SmallWorld {
        var world = background()
        world.addRing("ring", count, seed: 9)
        for place in world.exchanges.indices { world.exchanges[place].key = nil }
        return world
    }

    @Test("three of four sampled colleagues are no task of all thirty")
    func fewSpeakForFew() {
        var world = keyless(30)
        let ring = world.members("ring")
        for (number, account) in ring.prefix(4).enumerated() {
            world.sample(world.ids[Int(account)], template: number < 3 ? "T-product" : "T-else")
        }
        let task = TaskFigures(ring, world.input(), world.background())
        #expect(task.isFromSamples && task.ownShare == 0.75)
        // The bound of 3 of 4 is .3006; unbounded it would be .75 and half of the signal's weight.
        #expect(task.memberShare > 0.3 && task.memberShare < 0.302)
    }

    @Test("samples of hardly anybody are no task")
    func tooFew() {
        var world = keyless(40)
        let ring = world.members("ring")
        for account in ring.prefix(3) { world.sample(world.ids[Int(account)], template: "T-ring") }
        #expect(TaskFigures(ring, world.input(), world.background()).ownShare == 0)
    }
}
