import Casework
import Testing

@testable import Analysis

@Suite("Proxy shares")
struct ProxySharesTests {
    /// Two labs' frames over one proxy's accounts; each lab's rack on a third of the accounts that carry its frames.
    private func shares(sharedFrames: Bool = false, labs: Int = 2) -> [TrafficShare] {
        var world = SmallWorld()
        world.addHonest(200, seed: 1)
        world.addRing("east", 30, seed: 2, frames: sharedFrames ? ["both-0"] : nil)
        world.addRing("west", 30, seed: 3, frames: sharedFrames ? ["both-0"] : nil)
        var (jade, onyx) = (LabProfile(name: "Jade"), LabProfile(name: "Onyx"))
        jade.indicators.asNumbers = [64_600]
        onyx.indicators.asNumbers = [64_700]
        world.ranges.append(NetworkRange(range: AddressRange("198.19.2.0/24")!, asNumber: 64_600))
        if labs > 1 {
            world.ranges.append(NetworkRange(range: AddressRange("198.19.3.0/24")!, asNumber: 64_700))
        }
        world.profiles = [jade, onyx]
        let input = world.input()
        let members = (world.members("east") + world.members("west")).sorted()
        return Attributor(
            input: input, index: IndicatorIndex(input, addresses: AddressTable(input)), threshold: 0.8
        ).attribute(members, openShare: 0).shares
    }

    @Test("exchanges go to the labs by their frames, and the parts make the whole")
    func apportioned() throws {
        let found = shares()
        #expect(Set(found.compactMap(\.profile)) == ["Jade", "Onyx"])
        #expect(abs(found.reduce(0) { $0 + $1.share } - 1) < 1e-9)
        for share in found where share.profile != nil { #expect(share.share > 0.3 && share.share < 0.7) }
    }

    @Test("frames that both labs' accounts hold cannot be told apart")
    func together() {
        let found = shares(sharedFrames: true)
        #expect(found.map(\.profile) == [nil])
        #expect(found.first?.share == 1)
    }

    @Test("traces of one lab are nothing to apportion")
    func one() { #expect(shares(labs: 1).isEmpty) }
}
