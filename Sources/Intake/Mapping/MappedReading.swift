import Casework

/// Reads a foreign file with its map.
struct MappedReading {
    let sink: any EvidenceSink
    let map: EvidenceMap
    let clockOffsetSeconds: Int
    let hashSeed: UInt64
    let sizes: BufferSizes

    /// The file's note.
    ///
    /// - Throws: `FileFailure`, `FileMonitor.Cancelled`, what the sink throws.
    func read(_ input: RowInput) throws -> String {
        let outputs = try map.outputs.indices.map { try self.output($0, input.monitor) }
        var consumer = MappedConsumer(map, outputs: outputs, monitor: input.monitor)
        try input.run(&consumer)
        return consumer.note
    }

    private func output(_ index: Int, _ monitor: FileMonitor) throws -> any MappedOutput {
        let output = map.outputs[index]
        let own = monitor.unheard()
        switch output.table {
        case .exchanges:
            let consumer = ExchangeConsumer(
                sink: sink, monitor: own, clockOffsetSeconds: clockOffsetSeconds, seed: hashSeed,
                batchRows: sizes.batchRows)
            return try MappedTable(consumer, output, of: map, isMain: index == 0, monitor: own)
        case .accounts: return try table(AccountsReader(), index, own)
        case .payments: return try table(PaymentsReader(), index, own)
        case .attributes: return try table(AttributesReader(), index, own)
        case .ipRanges: return try table(RangesReader(), index, own)
        case .samples: return try table(SamplesReader(), index, own)
        case .events: return try table(EventsReader(), index, own)
        case .terms: return try table(TermsReader(), index, own)
        case .sources: return try table(SourcesReader(), index, own)
        case .caseDescription, .profile, .rules, .indicators, .geoip:
            throw FileFailure.map(map.name, line: output.line, "is no table of rows")
        }
    }

    private func table(_ reader: some RecordReader, _ index: Int, _ own: FileMonitor) throws
        -> any MappedOutput
    {
        let consumer = RecordConsumer(reader, sink: sink, monitor: own)
        return try MappedTable(consumer, map.outputs[index], of: map, isMain: index == 0, monitor: own)
    }
}
