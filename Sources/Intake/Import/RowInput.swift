/// A stream of rows and how it is to be read.
struct RowInput {
    var source: any ByteSource
    var form: RowForm
    var sizes: BufferSizes
    var monitor: FileMonitor
    var seed: UInt64
    /// How a foreign file differs from the format's own.
    var foreign: ForeignForm?

    func run<Consumer: RowConsumer>(_ consumer: inout Consumer) throws {
        switch form {
        case .jsonl:
            var reading = JSONLReading(
                source: source, chunkBytes: sizes.chunkBytes, monitor: monitor, seed: seed)
            try reading.run(&consumer)
        case .json:
            var reading = JSONObjectsReading(
                source: source, chunkBytes: sizes.chunkBytes, monitor: monitor, seed: seed)
            try reading.run(&consumer)
        case .log:
            guard let pattern = foreign?.line else { throw FileFailure.noHeader }
            var reading = LogReading(
                source: source, chunkBytes: sizes.chunkBytes, monitor: monitor, pattern: pattern)
            try reading.run(&consumer)
        case .csv, .yaml, .rules, .indicators:
            var reading = CSVReading(
                source: source, chunkBytes: sizes.chunkBytes, monitor: monitor, dialect: dialect)
            try reading.run(&consumer)
        }
    }

    private var dialect: CSVDialect {
        guard let foreign else { return CSVDialect() }
        return CSVDialect(delimiter: foreign.delimiter, columns: foreign.columns, numbersRepeatedNames: true)
    }
}
