import Casework

/// The exchanges of the file under way: its dictionaries in the case's numbers, and the run being filled.
final class ExchangesInHand {
    let names: ColumnNames
    private let kinds: [ValueIndex.Kind]
    private var accounts = LocalNumbers()
    private var coded: [LocalNumbers]
    private var addressNumbers: [UInt32] = [0]
    private var addresses: [IPAddress] = [IPAddress(high: 0, low: 0)]
    private var unassignedAddresses = 0
    var run: RunBuffer?
    /// Runs handed over so far.
    var runs = 0

    init(_ batch: ExchangeBatch, _ state: ImportState) throws {
        names = ColumnNames(coded: batch.coded.map(\.name), plain: batch.plain.map(\.name))
        let values = try state.values()
        kinds = names.coded.map { values.kind(ArtifactKind(columnName: $0).rawValue) }
        coded = names.coded.map { _ in LocalNumbers(first: [0]) }
    }

    var numbers: ExchangeFiller.Numbers {
        ExchangeFiller.Numbers(
            account: accounts.numbers, address: addressNumbers, coded: coded.map(\.numbers))
    }

    /// Takes in the dictionary entries that a batch brings.
    func learn(_ batch: ExchangeBatch, _ known: ByteIndex, _ values: ValueIndex, _ knownAddresses: WideIndex)
    {
        accounts.add(batch.addedAccounts) { known.find($0) }
        for (index, column) in batch.coded.enumerated() {
            let kind = kinds[index]
            coded[index].add(column.added) { values.find(kind, $0) }
        }
        for address in batch.addedAddresses {
            let number = knownAddresses.find(WideIndex.Key(high: address.high, low: address.low))
            addressNumbers.append(number == 0 ? LocalNumbers.unassigned : number)
            addresses.append(address)
            if number == 0 { unassignedAddresses += 1 }
        }
    }

    /// Numbers the accounts that rows of the batch are the first to use, in the order of rows.
    func assignAccounts(_ batch: ExchangeBatch, _ number: (UnsafeBufferPointer<UInt8>) -> UInt32) {
        guard accounts.unassignedCount > 0 else { return }
        for code in batch.account where accounts.numbers[Int(code)] == LocalNumbers.unassigned {
            accounts.assign(Int(code), number)
            if accounts.unassignedCount == 0 { return }
        }
    }

    func assignAddresses(_ batch: ExchangeBatch, _ index: WideIndex, _ added: (IPAddress, UInt32) -> Void) {
        guard unassignedAddresses > 0 else { return }
        for code in batch.address where addressNumbers[Int(code)] == LocalNumbers.unassigned {
            let address = addresses[Int(code)]
            let (number, isNew) = index.insert(WideIndex.Key(high: address.high, low: address.low))
            addressNumbers[Int(code)] = number
            unassignedAddresses -= 1
            if isNew { added(address, number) }
        }
    }

    /// Numbers the values that rows of the batch are the first to use: by row, then column, so that the numbers
    /// do not depend on how rows were cut into batches.
    func assignValues(
        _ batch: ExchangeBatch, _ values: ValueIndex,
        _ added: (String, UnsafeBufferPointer<UInt8>, UInt32) -> Void
    ) {
        var firsts: [(row: Int, column: Int, code: Int)] = []
        for (index, column) in batch.coded.enumerated() where coded[index].unassignedCount > 0 {
            var seen: Set<UInt32> = []
            let numbers = coded[index].numbers
            for (row, code) in column.codes.enumerated() where numbers[Int(code)] == LocalNumbers.unassigned {
                if seen.insert(code).inserted { firsts.append((row, index, Int(code))) }
            }
        }
        firsts.sort { ($0.row, $0.column) < ($1.row, $1.column) }
        for first in firsts {
            let kind = kinds[first.column]
            let name = ArtifactKind(columnName: names.coded[first.column]).rawValue
            coded[first.column].assign(first.code) { bytes in
                let (number, isNew) = values.insert(kind, bytes)
                if isNew { added(name, bytes, number) }
                return number
            }
        }
    }

    /// How far rows of the batch fit into the run. The answer depends on the rows alone, not on the batches.
    func end(of batch: ExchangeBatch, from start: Int, bytesPerRun: Int, _ run: RunBuffer) -> Int {
        let byRows = min(batch.count, start + run.capacity - run.count)
        guard !batch.plain.isEmpty else { return byRows }
        let free = bytesPerRun - run.plainByteCount
        var end = start
        while end < byRows {
            end += 1
            let bytes = batch.plain.reduce(0) {
                $0 + $1.ends[end - 1] - (start == 0 ? 0 : $1.ends[start - 1])
            }
            if bytes >= free { break }
        }
        return end
    }
}
