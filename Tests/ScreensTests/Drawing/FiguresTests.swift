import Casework
import Testing

@testable import Screens

@Suite("Figures") struct FiguresTests {
    @Test(
        "counts have thousands separators",
        arguments: [
            (0, "0"), (999, "999"), (1_000, "1,000"), (-12_345, "-12,345"),
            (Int.min, "-9,223,372,036,854,775,808"),
        ])
    func counts(value: Int, text: String) { #expect(Figures.count(value) == text) }

    @Test(
        "probabilities never claim certainty",
        arguments: [
            (0.998, ".998"), (1, ">.999"), (0, "<.001"), (0.05, ".050"), (0.9994, ".999"), (0.0005, ".001"),
        ])
    func probabilities(value: Double, text: String) { #expect(Figures.probability(value) == text) }

    @Test("what is no number is shown as unknown") func notANumber() {
        #expect(
            [Figures.probability(.nan), Figures.bits(.infinity), Figures.percent(.nan), Figures.figure(.nan)]
                == ["?", "?", "?", "?"])
    }

    @Test(
        "bits have one decimal and no negative zero",
        arguments: [(11.2, "11.2"), (-3, "-3.0"), (-0.04, "0.0"), (1_234.56, "1,234.6")])
    func bits(value: Double, text: String) { #expect(Figures.bits(value) == text) }

    @Test("times are UTC and say so") func time() {
        #expect(Figures.time(InventedCase.time("2026-01-12T03:14:07.250Z")) == "2026-01-12 03:14:07Z")
    }

    @Test("rows of one file name it once") func rows() {
        let rows = [("a.csv", 1), ("a.csv", 7), ("b.csv", 2)].map {
            RowReference(source: 1, file: $0.0, line: $0.1)
        }
        #expect(RowWords.list(rows, total: 12) == "a.csv:1, :7, b.csv:2 and 9 more")
    }
}
