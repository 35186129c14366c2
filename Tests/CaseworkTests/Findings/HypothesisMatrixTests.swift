import Casework
import Testing

@Suite("Matrix of hypotheses") struct HypothesisMatrixTests {
    private func matrix(_ rows: [[Double]]) -> HypothesisMatrix {
        var matrix = HypothesisMatrix(hypotheses: ["Amber", "unknown", "false flag"])
        for (place, bits) in rows.enumerated() { matrix.add("row \(place)", item: place, bits: bits) }
        return matrix
    }

    @Test("the most telling row comes first, equal ones in the order they came in")
    func order() {
        let rows = matrix([[1, 0, 0], [5, 0, 2], [0, 0, 0], [0, 1, 0]]).rows
        #expect(rows.map(\.item) == [1, 0, 3, 2])
        #expect(rows.map(\.diagnosticity) == [5, 1, 1, 0])
    }

    @Test("near the best of the row is consistent, two bits below it is not, between is neutral")
    func readings() {
        let row = matrix([[5, 4.1, 3.5]]).rows[0]
        #expect(row.cells.map(\.reading) == [.consistent, .consistent, .neutral])
        #expect(
            matrix([[5, 0, 3]]).rows[0].cells.map(\.reading) == [.consistent, .inconsistent, .inconsistent])
        #expect(
            matrix([[-3, 0, 0]]).rows[0].cells.map(\.reading) == [.inconsistent, .consistent, .consistent])
    }

    @Test("what differs by less than a bit tells nothing apart")
    func nothing() {
        #expect(matrix([[0.4, 0, -0.4]]).rows[0].cells.allSatisfy { $0.reading == .neutral })
    }

    @Test("inconsistencies are counted by hypothesis, and a row of another length is left out")
    func counted() {
        let found = matrix([[5, 0, 4.5], [3, 0, 0], [1, 1]])
        #expect(found.rows.count == 2)
        #expect(found.inconsistencies == [0, 2, 1])
    }
}
