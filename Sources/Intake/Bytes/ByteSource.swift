/// Bytes that come in order, once.
///
/// A source is used from one thread at a time.
protocol ByteSource: AnyObject {
    /// Fills a part of the buffer, which is not empty; 0 only at the end.
    ///
    /// - Throws: `FileFailure`.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int

    /// Bytes of the file as received that were used so far.
    var received: Int { get }
}
