import Foundation
import Testing

@testable import SyntheticCase

struct GeneratorPartsTests {
    @Test("logarithm, exponential and quantiles are those of the textbooks")
    func mathematics() {
        for exponent in -60...60 {
            let value = Foundation.exp(Double(exponent) * 0.7)
            #expect(abs(PortableMath.log(value) - Foundation.log(value)) < 1e-12)
            #expect(
                abs(PortableMath.exp(Double(exponent) * 0.37) / Foundation.exp(Double(exponent) * 0.37) - 1)
                    < 1e-12)
        }
        for (probability, quantile) in [(0.5, 0.0), (0.975, 1.959_963_985), (0.001, -3.090_232_306)] {
            #expect(abs(PortableMath.normalQuantile(probability) - quantile) < 1e-7)
        }
    }

    @Test("bytes are written as strings would be")
    func bytes() {
        var random = SeededRandom(seed: 3, stream: "bytes")
        for _ in 0..<500 {
            let number = random.next() >> UInt64(random.below(64))
            var decimal: [UInt8] = []
            var hex: [UInt8] = []
            decimal.add(decimal: number)
            hex.add(shortHex: number)
            #expect(String(decoding: decimal, as: UTF8.self) == "\(number)")
            #expect(String(decoding: hex, as: UTF8.self) == String(number, radix: 16))
            let addresses = [
                Address.four(UInt32(truncatingIfNeeded: number)), .six(random.next(), number & 0xFFFF),
            ]
            for address in addresses {
                var text: [UInt8] = []
                text.add(address)
                #expect(String(decoding: text, as: UTF8.self) == address.text)
            }
        }
    }

    @Test("times are written as Instant writes them")
    func times() {
        let text = TimeText(Calendar.period)
        for seconds in stride(from: 1_000_000_000, to: 1_790_000_000, by: 7_654_321) {
            var bytes: [UInt8] = []
            text.add(seconds, to: &bytes)
            #expect(String(decoding: bytes, as: UTF8.self) == Instant(seconds: seconds).text)
        }
    }

    @Test("no two accounts have the same id")
    func names() {
        let names = AccountNames(seed: 9)
        #expect(Set((0..<200_000).map { names.code($0) }).count == 200_000)
    }

    @Test("a dealt value serves as many accounts as the stock says")
    func dealer() {
        var random = SeededRandom(seed: 4, stream: "dealer")
        var dealer = Dealer(holders: 2...5, open: 3, &random)
        var holders: [UInt64: Int] = [:]
        for _ in 0..<3000 { holders[dealer.deal(&random), default: 0] += 1 }
        #expect(holders.values.allSatisfy { (1...5).contains($0) })
        #expect(holders.values.count { $0 == 1 } <= 3, "only values still open serve fewer than two")
    }

    @Test("frames of every purpose can be composed and filled", arguments: Purpose.allCases)
    func frames(_ purpose: Purpose) {
        for seed in 0..<40 as Range<UInt64> {
            var random = SeededRandom(seed: seed, stream: purpose.rawValue)
            let frame = FrameWright.compose(purpose, number: 1, &random)
            for _ in 0..<10 {
                let (prompt, response) = frame.text(&random)
                #expect(!prompt.isEmpty && !response.isEmpty, "seed \(seed)")
                #expect(!prompt.contains("«") && !response.contains("»"), "seed \(seed)")
            }
        }
    }

    @Test("two seeds rarely compose the same frame")
    func variety() {
        let texts = (0..<300 as Range<UInt64>).map { seed in
            var random = SeededRandom(seed: seed, stream: "variety")
            return FrameWright.compose(.coding, number: 1, &random).prompts[0]
        }
        #expect(Set(texts).count > 290)
    }

    @Test("a home keeps its area when its address changes")
    func homes() {
        let atlas = Atlas()
        let homes = HomeAddresses(atlas.homes, fourShare: 0.5)
        for salt in 0..<200 as Range<UInt64> {
            let habit = AddressHabit.home(Int(salt % 16), stickyHours: 10, salt: salt)
            let areas = (0..<20 as Range<UInt64>).map { slot -> UInt64 in
                switch homes.address(habit, slot: slot) {
                case .four(let bits): return UInt64(bits >> 10)
                case .six(let subnet, _): return subnet >> 8
                }
            }
            #expect(Set(areas).count == 1, "salt \(salt)")
        }
    }

    @Test("an operation's members are as many as asked, and heirs come right after the ban")
    func members() throws {
        var random = SeededRandom(seed: 8, stream: "members")
        let timeline = Timeline(days: 100, &random)
        var habits = OperationHabits(KnobSettings(), &random)
        (habits.replaces, habits.banned) = (true, 0.3)
        let lives = MemberLives(habits, size: 400, rhythm: .flat, timeline, &random).lives
        #expect(lives.count == 400)
        let heirs = lives.filter { $0.heirOf != nil }
        #expect(heirs.count > 40)
        for heir in heirs {
            let banned = try #require(heir.heirOf.flatMap { lives[$0].closed })
            #expect(heir.created > banned && heir.created < banned + 2 * Instant.day)
        }
    }
}
