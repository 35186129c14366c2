/// Why a filter could not be read, and where.
///
/// The cause is apart from its wording: `FilterError+Wording.swift` has every sentence.
public struct FilterError: Error, Hashable, Sendable {
    public enum Cause: Hashable, Sendable {
        case tooLong(limitBytes: Int)
        case tooDeep(limit: Int)
        case tooManyTerms(limit: Int)
        case unclosedQuote
        case unclosedParenthesis
        /// A `)` that no `(` opened.
        case unopenedParenthesis
        /// Nothing stands where a term has to: after the text given, or at the start where it is nil.
        case expectedTerm(after: String?)
        /// An operator with no field before it.
        case expectedField(before: String)
        case expectedValue(field: String, operator: String)
        case unknownField(String, nearest: String?)
        case expectedNumber(field: String, found: String)
        case expectedTime(field: String, found: String)
        case expectedBoolean(field: String, found: String)
        /// `<` or a range on a field that has no order.
        case noOrder(field: String)
        /// An unquoted `*` or `?` in a comparison, a range, a number or a time.
        case globOutOfPlace(field: String)
        /// `"a*b"*`: one star would be a letter and the other not.
        case globPartlyQuoted
        case reversedRange(field: String)
    }

    public var cause: Cause
    /// The offending part in UTF-8 offsets of the filter text; empty at a place where something is missing.
    public var utf8Range: Range<Int>

    public init(_ cause: Cause, at utf8Range: Range<Int>) {
        self.cause = cause
        self.utf8Range = utf8Range
    }

    /// The offending part in characters of `text`, the text that was parsed. O(length).
    public func characterRange(in text: String) -> Range<Int> {
        let utf8 = text.utf8
        func characters(_ offset: Int) -> Int {
            String(decoding: utf8.prefix(max(0, offset)), as: UTF8.self).count
        }
        let start = characters(utf8Range.lowerBound)
        return start..<max(start, characters(utf8Range.upperBound))
    }
}
