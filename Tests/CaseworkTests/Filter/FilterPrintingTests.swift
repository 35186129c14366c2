import Casework
import TestSupport
import Testing

@Suite struct FilterPrintingTests {
    @Test(
        "A filter prints as a person would write it",
        arguments: [
            ("declared_country:SG   exchanges>1k", "declared_country:SG exchanges>1000"),
            ("a or (b c)", "a or b c"),
            ("(a or b) c", "(a or b) c"),
            ("not (a or b)", "-(a or b)"),
            ("created_at:2026-01-12", "created_at:2026-01-12"),
            ("created_at<=2026-01", "created_at<=2026-01-31"),
            ("created_at:2026-01-12..2026-01-14", "created_at:2026-01-12..2026-01-14"),
            ("last_at>2026-01-12T08:30:00Z", "last_at>2026-01-12T08:30:00Z"),
            ("status:null", "status:none"),
            ("status:\"none\"", "status:\"none\""),
            ("account_id:\"a b\"*", "account_id:\"a b\"*"),
            ("exchanges:..10", "exchanges<=10"),
            ("", ""),
        ])
    func printing(_ text: String, _ printed: String) throws {
        #expect(try parse(text).description == printed)
    }

    @Test("What is printed reads back as the same filter", arguments: UInt64(1)...8)
    func roundTrip(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        for _ in 0..<400 {
            let text = randomFilter(&random, depth: 4)
            let filter = try parse(text)
            let printed = filter.description
            #expect(
                try parse(printed) == filter,
                "seed \(seed): \(text.debugDescription) → \(printed.debugDescription)")
        }
    }

    @Test("A tree that was built by hand reads back with the same meaning", arguments: UInt64(1)...4)
    func builtByHand(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        for _ in 0..<400 {
            let filter = randomTree(&random, depth: 4)
            let read = try parse(filter.description)
            for row in randomRows(&random) {
                #expect(
                    filter.matches(row) == read.matches(row),
                    "seed \(seed): \(filter.description.debugDescription)")
            }
        }
    }

    private func randomFilter(_ random: inout SeededRandom, depth: Int) -> String {
        switch depth == 0 ? 9 : random.below(12) {
        case 0: return "-" + randomFilter(&random, depth: depth - 1)
        case 1: return "(" + randomFilter(&random, depth: depth - 1) + ")"
        case 2...4:
            return randomFilter(&random, depth: depth - 1) + " " + randomFilter(&random, depth: depth - 1)
        case 5, 6:
            return randomFilter(&random, depth: depth - 1) + " or " + randomFilter(&random, depth: depth - 1)
        default: return randomTerm(&random)
        }
    }

    private func randomTerm(_ random: inout SeededRandom) -> String {
        let number = random.pick(["0", "1.5", "-3", "2k", "7e20", "0.1", "1e-7", "50%", "123456789012345678"])
        let date = random.pick([
            "2026", "2026-02", "2024-02-29", "2026-01-12T00:00:00Z", "2026-01-12T23:59:59.999Z",
        ])
        let sign = random.pick([":", "=", "!=", ">", ">=", "<", "<="])
        switch random.below(8) {
        case 0: return "exchanges" + sign + number
        case 1: return "created_at" + sign + date
        case 2: return "status" + sign + quoted(random.hostileText(limit: 6))
        case 3:
            return "status:"
                + random.pick(["*", "a*b", "?", "\"x \"*", "none", "a..b", "\"..\"*", "*\"=\"", "none*"])
        case 4: return "exchanges:" + random.pick(["1..2", "..5", "5..", "none"])
        case 5: return "unlisted:" + random.pick(["yes", "no", "none"])
        case 6: return quoted(random.hostileText(limit: 8))
        default: return random.pick(["word", "字", "*x*", "*", "\"or\"", "\"-\"", "a.b", "3>2"])
        }
    }

    private func randomTree(_ random: inout SeededRandom, depth: Int) -> Filter {
        switch depth == 0 ? 9 : random.below(10) {
        case 0: return .not(randomTree(&random, depth: depth - 1))
        case 1: return .everything
        case 2, 3: return .all((0..<random.below(4)).map { _ in randomTree(&random, depth: depth - 1) })
        case 4, 5: return .any((0..<random.below(4)).map { _ in randomTree(&random, depth: depth - 1) })
        case 6: return .contains(random.hostileText(limit: 3))
        case 7: return .field("exchanges", .compare(.less, .number(Double(random.below(5)))))
        case 8: return .field("status", .isEmpty)
        default:
            return .field(
                "status", .matches(pattern: random.hostileText(limit: 2, letters: "ab*?"), isGlob: true))
        }
    }

    private func randomRows(_ random: inout SeededRandom) -> [[String: FieldValue]] {
        (0..<4).map { _ in
            [
                "status": random.chance(0.2) ? .none : .text(random.hostileText(limit: 3)),
                "exchanges": .number(Double(random.below(5))),
            ]
        }
    }

    private func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { $0 == "\"" || $0 == "\\" ? "\\" + String($0) : String($0) }
        return "\"" + escaped.joined() + "\""
    }
}
