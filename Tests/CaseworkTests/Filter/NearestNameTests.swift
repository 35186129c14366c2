import Casework
import Testing

@Suite struct NearestNameTests {
    private let names = ["accounts", "artifacts", "campaigns", "declared_country"]

    @Test(
        "Slips of the pen find the name that was meant",
        arguments: [
            ("acounts", "accounts"), ("campagins", "campaigns"), ("Artefacts", "artifacts"),
            ("country", "declared_country"),
        ])
    func near(_ typed: String, _ meant: String) {
        #expect(NearestName.of(typed, among: names) == meant)
    }

    @Test("What is near nothing finds nothing", arguments: ["", "xyz", "networks"])
    func far(_ typed: String) {
        #expect(NearestName.of(typed, among: names) == nil)
    }
}
