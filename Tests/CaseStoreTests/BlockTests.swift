import Testing

@testable import CaseStore

@Suite("Blocks") struct BlockTests {
    /// A run of random rows: accounts that repeat, times in disorder, hostile numbers.
    private func run(_ count: Int, seed: UInt64) -> RunBuffer {
        var random = SeededRandom(seed: seed)
        let run = RunBuffer(capacity: count, codedColumns: 2, plainColumns: 1)
        let wild: [Int64] = [.min, .max, -1, 0, 1, 1 << 40]
        for row in 0..<count {
            let record = run.record(row)
            record[RunBuffer.account] = UInt32.random(in: 1...60, using: &random)
            record[RunBuffer.address] = UInt32.random(in: 0...900, using: &random)
            let at = Int64.random(in: -5000...5000, using: &random)
            RunBuffer.setLong(record, RunBuffer.at, at)
            let tokens = row % 11 == 0 ? wild[row % wild.count] : Int64.random(in: -1...4000, using: &random)
            RunBuffer.setLong(record, RunBuffer.inputTokens, tokens)
            RunBuffer.setLong(record, RunBuffer.outputTokens, -1)
            RunBuffer.setLong(record, RunBuffer.line, Int64(row + 2))
            RunBuffer.setLong(
                record, RunBuffer.offset, Int64(row * 90) + Int64.random(in: 0..<30, using: &random))
            record[RunBuffer.fixedWords] = UInt32.random(in: 0...2, using: &random)
            record[RunBuffer.fixedWords + 1] = UInt32.random(in: 0...4_000_000, using: &random)
            run.plainBytes[0] += Array("id\(row % 13 == 0 ? "" : String(row))".utf8)
            run.plainEnds[0].append(run.plainBytes[0].count)
            if at < run.latest { run.isTimeOrdered = false }
            run.latest = at
            run.accounts[row] = record[RunBuffer.account]
            run.largestAccount = max(run.largestAccount, record[RunBuffer.account])
        }
        run.count = count
        return run
    }

    private var everything: ExchangeColumns.Wanted {
        var wanted = ExchangeColumns.Wanted(codedCount: 2, plainCount: 1)
        wanted.address = true
        wanted.tokens = true
        wanted.place = true
        wanted.coded = [0, 1]
        wanted.plain = [0]
        return wanted
    }

    @Test(
        "Exchanges come back from a block as they went in, in order of account, time and line",
        arguments: 1...24)
    func roundTrip(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let run = run(Int.random(in: 1...6000, using: &random), seed: seed)
        let order = RunOrder(run)
        let sorted = SortedRun()
        sorted.fill(run, order)
        var coder = ExchangeBlockCoder()
        let columns = ExchangeColumns()
        var last: (UInt32, Int64, Int64) = (0, .min, 0)
        for start in stride(from: 0, to: run.count, by: 4096) {
            let rows = start..<min(run.count, start + 4096)
            let bounds = coder.code(run, order, sorted, rows)
            try columns.decode(coder.body.bytes, everything)
            try #require(columns.count == rows.count, "seed \(seed)")
            #expect(bounds.firstAccount == columns.account.start[0])
            for (index, place) in rows.enumerated() {
                let row = Int(order.rows[place])
                let record = run.record(row)
                let key = (columns.account.start[index], columns.at.start[index], columns.line.start[index])
                try #require(last < key, "seed \(seed)")
                last = key
                try #require(columns.account.start[index] == record[RunBuffer.account])
                try #require(columns.at.start[index] == RunBuffer.long(record, RunBuffer.at))
                try #require(columns.address.start[index] == UInt64(record[RunBuffer.address]))
                try #require(
                    columns.inputTokens.start[index] == RunBuffer.long(record, RunBuffer.inputTokens))
                try #require(columns.outputTokens.start[index] == -1)
                try #require(columns.line.start[index] == RunBuffer.long(record, RunBuffer.line))
                try #require(columns.offset.start[index] == RunBuffer.long(record, RunBuffer.offset))
                try #require(columns.coded[0].start[index] == UInt64(record[RunBuffer.fixedWords]))
                try #require(columns.coded[1].start[index] == UInt64(record[RunBuffer.fixedWords + 1]))
                let from = row == 0 ? 0 : run.plainEnds[0][row - 1]
                try #require(
                    columns.plain[0][index] == Array(run.plainBytes[0][from..<run.plainEnds[0][row]]))
            }
        }
    }

    @Test("Damaged blocks are told, never trapped on", arguments: 1...40)
    func damage(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let run = run(500, seed: seed)
        var coder = ExchangeBlockCoder()
        let order = RunOrder(run)
        let copy = SortedRun()
        copy.fill(run, order)
        _ = coder.code(run, order, copy, 0..<500)
        let sound = Array(coder.body.bytes)
        let checksum = coder.body.bytes.withMemoryRebound(to: UInt8.self) { blockChecksum($0) }
        let columns = ExchangeColumns()
        for _ in 0..<50 {
            var bytes = sound
            if Bool.random(using: &random) {
                bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random))
            } else {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= UInt8.random(
                    in: 1...255, using: &random)
            }
            bytes.withUnsafeBufferPointer { bytes in
                try? columns.decode(bytes, everything)
                #expect(blockChecksum(bytes) != checksum, "seed \(seed)")
            }
        }
    }

    @Test(
        "Numbers come back from a column whatever they are",
        arguments: [0, 1, 2, 3, 4, 5, 16, 17, 256, 257, 5000])
    func numberColumn(distinct: Int) throws {
        var random = SeededRandom(seed: UInt64(distinct))
        let pool = (0...distinct).map {
            $0 == 0 ? 0 : UInt64.random(in: .min ... .max, using: &random) >> UInt64($0 % 64)
        }
        let values = (0..<8192).map { _ in pool[Int.random(in: 0...distinct, using: &random)] }
        var column = NumberColumn()
        var writer = ByteWriter()
        values.withUnsafeBufferPointer { values in
            guard let start = values.baseAddress else { return }
            column.writeCoded(start, count: values.count, to: &writer)
        }
        var back = [UInt64](repeating: 7, count: values.count)
        try back.withUnsafeMutableBufferPointer { back in
            try NumberColumn.read(writer.bytes, count: values.count, into: try #require(back.baseAddress))
        }
        #expect(back == values)
    }

    @Test("Rollup entries come back with their times", arguments: [RollupKind.address, .hour])
    func rollups(kind: RollupKind) throws {
        var random = SeededRandom(seed: 3)
        let set = RollupSet(columns: [])
        let place = kind == .hour ? RollupSet.hour : RollupSet.firstValue
        var account: UInt32 = 5
        for _ in 0..<3000 {
            account += UInt32.random(in: 0...2, using: &random)
            let rows = UInt64.random(in: 1...3, using: &random)
            let first = Int64.random(in: -1000...1000, using: &random)
            let last = rows == 1 ? first : first + Int64.random(in: 0...99, using: &random)
            set.entries[place].add(
                account, UInt64.random(in: 1...400, using: &random), rows: rows, first: first, last: last)
        }
        var coder = RollupBlockCoder()
        coder.code(set.entries[place])
        let columns = RollupColumns()
        try columns.decode(coder.body.bytes, kind: kind)
        try #require(columns.count == 3000)
        for index in 0..<3000 {
            try #require(columns.account.start[index] == set.entries[place].account[index])
            try #require(columns.value.start[index] == set.entries[place].value[index])
            try #require(columns.rows.start[index] == set.entries[place].rows[index])
            if kind == .hour { continue }
            try #require(columns.first.start[index] == set.entries[place].first[index])
            try #require(columns.last.start[index] == set.entries[place].last[index])
        }
    }
}
