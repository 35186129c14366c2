/// How much of a text words are worth, in thirds of a word: three for a word, two for an ideograph.
///
/// A Chinese word has about one and a half ideographs, so a limit means about the same in both scripts.
enum FrameWeight {
    static let word: Int32 = 3

    @inline(__always)
    static func of(_ code: UInt32) -> Int32 { Word.isIdeograph(code) ? 2 : 3 }

    static func of(_ codes: some Sequence<UInt32>) -> Int32 { codes.reduce(0) { $0 + of($1) } }
}
