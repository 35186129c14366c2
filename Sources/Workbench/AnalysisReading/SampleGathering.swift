import Analysis
import CaseStore
import Casework

extension SampleColumns {
    /// What was found in samples, by account in the order of the analysis, then by time and key.
    init(_ texts: SampleTexts, _ order: AccountOrder, templates places: [UInt32]) {
        self.init()
        capabilityNames = texts.capabilityNames
        let bits = texts.capabilityBits(capabilityNames)
        let templateOf = texts.templatePlaces()
        offsets = order.offsets([texts.account])
        let sorted = texts.keys.indices.sorted { left, right in
            let accounts = (order.index[Int(texts.account[left])], order.index[Int(texts.account[right])])
            if accounts.0 != accounts.1 { return accounts.0 < accounts.1 }
            return (texts.at[left], texts.keys[left]) < (texts.at[right], texts.keys[right])
        }
        seconds = sorted.map { UInt32(clamping: texts.at[$0] / 1000) }
        capabilities = sorted.map { bits[$0] }
        template = sorted.map { sample in
            templateOf[sample] < 0 ? ActivityColumns.none : places[Int(templateOf[sample]) + 1]
        }
    }
}

extension SampleTexts {
    /// Which account used which frame, each pair once; values are places in `templates`, from 1.
    func templateIncidences() -> IncidenceBatch {
        var batch = IncidenceBatch()
        let templateOf = templatePlaces()
        let used = keys.indices.filter { templateOf[$0] >= 0 }.sorted {
            (account[$0], templateOf[$0], at[$0]) < (account[$1], templateOf[$1], at[$1])
        }
        for sample in used {
            let value = UInt32(templateOf[sample]) + 1
            let last = batch.account.count - 1
            if last >= 0, batch.account[last] == account[sample], batch.value[last] == value {
                batch.count[last] += 1
                batch.last[last] = at[sample]
            } else {
                batch.account.append(account[sample])
                batch.value.append(value)
                batch.count.append(1)
                batch.first.append(at[sample])
                batch.last.append(at[sample])
            }
        }
        return batch
    }
}
