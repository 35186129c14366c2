import Analysis
import CaseStore
import Casework

/// Who of a case of suspects and a control sample is a control, and how many accounts each stands for.
///
/// Controls are marked in accounts by a column `population` with the word `control`. Where nobody is marked, nobody
/// is weighted: to take an unmarked suspect for a control would count one operation's own accounts as strangers.
enum ControlSample {
    static let property = "population"
    static let word = ExactText("control")

    /// One weight an account in the order of the analysis; empty where nothing is weighted.
    static func weights(
        _ reader: CaseReader, _ population: Population, _ order: AccountOrder
    ) throws -> [UInt32] {
        guard case .suspectsAndControl(let oneIn) = population else { return [] }
        let marked = try reader.accountProperties(named: property).filter { $0.value == word }
        guard !marked.isEmpty else { return [] }
        var weights = [UInt32](repeating: 1, count: order.count)
        for mark in marked where Int(mark.account) < order.index.count {
            let place = order.index[Int(mark.account)]
            if place >= 0 { weights[Int(place)] = UInt32(clamping: oneIn) }
        }
        return weights
    }
}
