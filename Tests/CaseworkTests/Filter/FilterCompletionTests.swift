@testable import Casework
import Testing

@Suite struct FilterCompletionTests {
    private func complete(_ text: String, values: [String] = []) -> FilterCompletion {
        FilterCompletion.at(text.utf8.count, of: text, fields: fields) { _ in values }
    }

    @Test("The start of a name is completed, with the sign its type asks for")
    func names() {
        #expect(complete("exc") == FilterCompletion(replaces: 0..<3, candidates: ["exchanges>"]))
        #expect(complete("a -(un") == FilterCompletion(replaces: 4..<6, candidates: ["unlisted:"]))
    }

    @Test("A later word of a name is enough")
    func laterWord() {
        #expect(complete("country").candidates == ["declared_country:"])
    }

    @Test("With nothing typed every field is offered")
    func everyField() {
        #expect(complete("status:x ").candidates.count == fields.count)
    }

    @Test("Values are completed and quoted where they have to be")
    func values() {
        let found = complete("status:b", values: ["banned", "active", "Big one"])
        #expect(found == FilterCompletion(replaces: 7..<8, candidates: ["banned", "\"Big one\""]))
        #expect(complete("status:\"big o", values: ["Big one"]).candidates == ["\"Big one\""])
    }

    @Test("Only the word at the cursor counts")
    func cursor() {
        let found = FilterCompletion.at(3, of: "exc status:x", fields: fields) { _ in [] }
        #expect(found.replaces == 0..<3)
    }
}
