import Casework
import Testing

@testable import CaseStore

@Suite("Fields that count values shared with flagged accounts")
struct ConnectionFieldTests {
    @Test(
        "a name is a kind and a number",
        arguments: [
            ("addresses_with_10_flagged", "address", 10), ("NETWORKS_with_3_Flagged", "network", 3),
            ("payments_with_1_flagged", "payment", 1), ("devices_with_2_flagged", "device", 2),
            ("tls_ja4_with_4_flagged", "tls_ja4", 4), ("prompt_keys_with_7_flagged", "prompt_key", 7),
        ] as [(String, String, Int)])
    func names(_ name: String, _ kind: String, _ least: Int) throws {
        let field = try #require(ConnectionField(name))
        #expect(field.kind.rawValue == kind)
        #expect(field.least == least)
        #expect(field.name == name.lowercased())
    }

    @Test(
        "anything else is no such field",
        arguments: [
            "flagged", "addresses_with_flagged", "addresses_with_0_flagged", "addresses_with_-1_flagged",
            "_with_1_flagged",
            "with_1_flagged", "addresses_with_10_banned", "addresses_with_99999999999_flagged",
            "a'_with_1_flagged", "",
        ])
    func others(_ name: String) { #expect(ConnectionField(name) == nil) }

    @Test("a filter's text names its fields, each once")
    func named() {
        let text = "(addresses_with_10_flagged>=5 or Devices_with_2_flagged:1) addresses_with_10_flagged<9 -x"
        #expect(
            ConnectionField.named(in: text).map(\.name) == [
                "addresses_with_10_flagged", "devices_with_2_flagged",
            ])
        #expect(CaseList.accounts.fields(namedIn: text).contains { $0.name == "devices_with_2_flagged" })
        #expect(!CaseList.groups.fields(namedIn: text).contains { $0.name == "devices_with_2_flagged" })
    }

    @Test("a query's fields come from its filter and its sort")
    func query() throws {
        let text = "addresses_with_10_flagged>=5 -(exchanges>3)"
        let filter = try FilterParser.parse(text, fields: CaseList.accounts.fields(namedIn: text))
        let query = ListQuery(
            filter: filter, sort: [ListQuery.SortKey("payments_with_3_flagged", isDescending: true)])
        #expect(
            query.connectionFields.map(\.name) == ["addresses_with_10_flagged", "payments_with_3_flagged"])
    }
}
