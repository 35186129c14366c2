import Casework

/// Rows of a batch with the case's numbers put in place of the file's codes, written into a run.
///
/// Column by column within slices that stay in the cache; nothing is allocated.
enum ExchangeFiller {
    /// The number tables of a file: account, address, and each coded column.
    struct Numbers {
        var account: [UInt32]
        var address: [UInt32]
        var coded: [[UInt32]]
    }

    /// Appends `rows` of the batch to the run, which has room for them.
    static func fill(_ run: RunBuffer, from batch: ExchangeBatch, _ rows: Range<Int>, _ numbers: Numbers) {
        var start = rows.lowerBound
        while start < rows.upperBound {
            let end = min(rows.upperBound, start + sliceRows)
            fillSlice(run, batch, start..<end, numbers)
            start = end
        }
        for (column, texts) in batch.plain.enumerated() { fillTexts(run, column, texts, rows) }
    }

    private static func fillSlice(
        _ run: RunBuffer, _ batch: ExchangeBatch, _ rows: Range<Int>, _ numbers: Numbers
    ) {
        fillAccounts(run, batch, rows, numbers.account)
        fillTimes(run, batch, rows)
        fillCoded(run, batch.address, rows, numbers.address, RunBuffer.address)
        fillLong(run, batch.inputTokens, rows, RunBuffer.inputTokens)
        fillLong(run, batch.outputTokens, rows, RunBuffer.outputTokens)
        fillPlace(run, batch.line, rows, RunBuffer.line)
        fillPlace(run, batch.offset, rows, RunBuffer.offset)
        for (column, values) in batch.coded.enumerated() {
            fillCoded(run, values.codes, rows, numbers.coded[column], RunBuffer.fixedWords + column)
        }
        run.count += rows.count
    }

    private static func fillAccounts(
        _ run: RunBuffer, _ batch: ExchangeBatch, _ rows: Range<Int>, _ numbers: [UInt32]
    ) {
        var largest = run.largestAccount
        var record = run.record(run.count)
        let accounts = run.accounts + run.count
        batch.account.withUnsafeBufferPointer { codes in
            numbers.withUnsafeBufferPointer { numbers in
                for row in rows {
                    let number = numbers[Int(codes[row])]
                    record[RunBuffer.account] = number
                    accounts[row &- rows.lowerBound] = number
                    largest = max(largest, number)
                    record += run.stride
                }
            }
        }
        run.largestAccount = largest
    }

    private static func fillTimes(_ run: RunBuffer, _ batch: ExchangeBatch, _ rows: Range<Int>) {
        var latest = run.latest
        var isOrdered = run.isTimeOrdered
        var record = run.record(run.count)
        batch.at.withUnsafeBufferPointer { times in
            for row in rows {
                let at = times[row]
                if at < latest { isOrdered = false }
                latest = at
                RunBuffer.setLong(record, RunBuffer.at, at)
                record += run.stride
            }
        }
        run.latest = latest
        run.isTimeOrdered = isOrdered
    }

    private static func fillCoded(
        _ run: RunBuffer, _ codes: [UInt32], _ rows: Range<Int>, _ numbers: [UInt32], _ place: Int
    ) {
        var record = run.record(run.count) + place
        codes.withUnsafeBufferPointer { codes in
            numbers.withUnsafeBufferPointer { numbers in
                for row in rows {
                    record.pointee = numbers[Int(codes[row])]
                    record += run.stride
                }
            }
        }
    }

    private static func fillLong(_ run: RunBuffer, _ values: [Int64], _ rows: Range<Int>, _ place: Int) {
        var record = run.record(run.count)
        values.withUnsafeBufferPointer { values in
            for row in rows {
                RunBuffer.setLong(record, place, values[row])
                record += run.stride
            }
        }
    }

    private static func fillPlace(_ run: RunBuffer, _ values: [Int], _ rows: Range<Int>, _ place: Int) {
        var record = run.record(run.count)
        values.withUnsafeBufferPointer { values in
            for row in rows {
                RunBuffer.setLong(record, place, Int64(values[row]))
                record += run.stride
            }
        }
    }

    private static func fillTexts(_ run: RunBuffer, _ column: Int, _ texts: PlainColumn, _ rows: Range<Int>) {
        let from = rows.lowerBound == 0 ? 0 : texts.ends[rows.lowerBound - 1]
        let to = rows.isEmpty ? from : texts.ends[rows.upperBound - 1]
        let shift = run.plainBytes[column].count - from
        run.plainBytes[column].append(contentsOf: texts.bytes[from..<to])
        for row in rows { run.plainEnds[column].append(texts.ends[row] + shift) }
    }

    /// 64 KiB of records: what the second cache holds while each column is written.
    private static let sliceRows = 1024
}
