/// A stream of rows and how it is to be read.
struct RowInput {
    var source: any ByteSource
    var form: RowForm
    var sizes: BufferSizes
    var monitor: FileMonitor
    var seed: UInt64

    func run<Consumer: RowConsumer>(_ consumer: inout Consumer) throws {
        if form == .jsonl {
            var reading = JSONLReading(
                source: source, chunkBytes: sizes.chunkBytes, monitor: monitor, seed: seed)
            try reading.run(&consumer)
        } else {
            var reading = CSVReading(source: source, chunkBytes: sizes.chunkBytes, monitor: monitor)
            try reading.run(&consumer)
        }
    }
}
