public import Casework

/// Some megabytes of samples as columns: texts lie in arenas, none is a `String`.
public struct SampleTextBatch: Sendable {
    public var source: [Int32] = []
    /// Number within the source, from 0: with `source` the sample's key.
    public var number: [Int32] = []
    /// Account numbers.
    public var account: [UInt32] = []
    /// UTC milliseconds.
    public var at: [Int64] = []
    /// One entry a sample; equal texts are there as often as they occur.
    public var prompts = TextDictionary()
    /// The same; an empty one where there is no response.
    public var responses = TextDictionary()

    public var count: Int { source.count }

    public init() {}

    public func key(_ sample: Int) -> SampleKey { SampleKey(source: source[sample], number: number[sample]) }

    var byteCount: Int { prompts.bytes.count + responses.bytes.count }
}

extension CaseReader {
    /// Calls `body` with the samples of all complete sources by source and number, about 8 MiB of texts at a time
    /// (or one sample, where that alone is more). `body` must not ask this reader anything else.
    public func eachSampleText(_ body: (SampleTextBatch) throws -> Void) throws {
        try connection.read { handle in
            var batch = SampleTextBatch()
            try handle.each(
                "SELECT source, number, account, at, prompt, response FROM sample"
                    + " WHERE source <= (SELECT source FROM horizon) ORDER BY source, number"
            ) { row in
                let key = SampleKey(source: row.int(0), row: row.int(1))
                batch.source.append(key.source)
                batch.number.append(key.number)
                batch.account.append(UInt32(truncatingIfNeeded: row.integer(2)))
                batch.at.append(row.integer(3))
                batch.prompts.append(row.bytes(4))
                batch.responses.append(row.bytes(5))
                guard batch.byteCount >= CaseReader.bytesPerBatch else { return }
                try body(batch)
                batch = SampleTextBatch()
            }
            if batch.count > 0 { try body(batch) }
        }
    }

    private static let bytesPerBatch = 8 << 20
}
