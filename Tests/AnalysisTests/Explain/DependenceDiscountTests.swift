import Casework
import Testing

@testable import Analysis

@Suite("Dependence discount")
struct DependenceDiscountTests {
    @Test("within a family each further item counts a quarter of the one before's share")
    func family() {
        var discount = DependenceDiscount(speakingFamilies: 2)
        #expect(discount.bits(.means, base: 8) == 8)
        #expect(discount.bits(.means, base: 8) == 2)
        #expect(discount.bits(.means, base: 8) == 0.5 && discount.rank == 2)
        #expect(discount.bits(.client, base: 4) == 4 && discount.rank == 0)
    }

    @Test("a family that stands alone counts half, and what says nothing stays at nothing")
    func alone() {
        var discount = DependenceDiscount(speakingFamilies: 1)
        #expect(discount.isAlone)
        #expect(discount.bits(.means, base: 8) == 4)
        #expect(discount.bits(.client, base: 0) == 0)
    }
}
