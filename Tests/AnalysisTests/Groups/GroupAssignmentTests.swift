import Testing

@testable import Analysis

@Suite("Group assignment")
struct GroupAssignmentTests {
    @Test("groups are numbered by size, then by first account, whatever the labels were")
    func order() {
        let one = GroupAssignment(labels: [5, 2, 2, -1, 5, 0, 2])
        #expect(one.members == [[1, 2, 6], [0, 4], [5]])
        #expect(one.group == [1, 0, 0, -1, 1, 2, 0])
        #expect(one == GroupAssignment(labels: [0, 7, 7, -1, 0, 3, 7]))
    }

    @Test("small groups are dissolved")
    func dissolved() {
        #expect(GroupAssignment(labels: [0, 0, 1], least: 2).group == [0, 0, -1])
    }
}
