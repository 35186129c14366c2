extension ByteWindow {
    /// Lets the consumer settle what points into the window, and reads on; false at the end of the stream.
    ///
    /// - Throws: `FileFailure`, what the consumer throws, `FileMonitor.Cancelled`.
    mutating func readOn<Consumer: RowConsumer>(
        _ consumer: inout Consumer, from source: any ByteSource, _ monitor: FileMonitor
    ) throws -> Bool {
        if isComplete, count == 0 { return false }
        try consumer.settle()
        try monitor.tick(received: source.received)
        try refill(from: source)
        return true
    }
}
