/// The `Encoder` behind `JSONText`: containers write straight into the text.
///
/// It relies on what synthesized and hand-written `encode(to:)` of this package do: one container per value,
/// filled before the next value begins.
final class JSONTextEncoder: Encoder {
    let writer: JSONWriter
    let codingPath: [any CodingKey]
    let userInfo: [CodingUserInfoKey: Any] = [:]
    private var closing: StaticString?
    private var wroteAny = false

    init(writer: JSONWriter, codingPath: [any CodingKey]) {
        self.writer = writer
        self.codingPath = codingPath
    }

    /// Closes what was opened; a value that encoded nothing at all is `null`.
    func finish() {
        if let closing {
            writer.literal(closing)
        } else if !wroteAny {
            writer.literal("null")
        }
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        if closing == nil {
            writer.literal("{")
            closing = "}"
        }
        return KeyedEncodingContainer(JSONObjectContainer<Key>(encoder: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        if closing == nil {
            writer.literal("[")
            closing = "]"
        }
        return JSONArrayContainer(encoder: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { JSONValueContainer(encoder: self) }

    /// A comma before every member or element but the first.
    func separate() {
        if wroteAny { writer.literal(",") }
        wroteAny = true
    }

    func markWritten() { wroteAny = true }
}

private struct JSONObjectContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let encoder: JSONTextEncoder
    var codingPath: [any CodingKey] { encoder.codingPath }

    private func name(_ key: Key) {
        encoder.separate()
        encoder.writer.text(snakeCase(key.stringValue))
        encoder.writer.literal(":")
    }

    mutating func encodeNil(forKey key: Key) {
        name(key)
        encoder.writer.literal("null")
    }

    mutating func encode(_ value: some Encodable, forKey key: Key) throws {
        name(key)
        try encoder.writer.write(value, path: codingPath + [key])
    }

    mutating func encodeIfPresent(_ value: (some Encodable)?, forKey key: Key) throws {
        if let value { try encode(value, forKey: key) } else { encodeNil(forKey: key) }
    }

    mutating func encodeIfPresent(_ value: Bool?, forKey key: Key) throws { try optional(value, key) }
    mutating func encodeIfPresent(_ value: String?, forKey key: Key) throws { try optional(value, key) }
    mutating func encodeIfPresent(_ value: Double?, forKey key: Key) throws { try optional(value, key) }
    mutating func encodeIfPresent(_ value: Int?, forKey key: Key) throws { try optional(value, key) }
    mutating func encodeIfPresent(_ value: UInt64?, forKey key: Key) throws { try optional(value, key) }

    private mutating func optional(_ value: (some Encodable)?, _ key: Key) throws {
        if let value { try encode(value, forKey: key) } else { encodeNil(forKey: key) }
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy keyType: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        preconditionFailure("values of this package encode nested values, never nested containers")
    }

    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        preconditionFailure("values of this package encode nested values, never nested containers")
    }

    mutating func superEncoder() -> any Encoder { encoder }
    mutating func superEncoder(forKey key: Key) -> any Encoder { encoder }
}

private struct JSONArrayContainer: UnkeyedEncodingContainer {
    let encoder: JSONTextEncoder
    var codingPath: [any CodingKey] { encoder.codingPath }
    var count = 0

    init(encoder: JSONTextEncoder) { self.encoder = encoder }

    mutating func encodeNil() {
        encoder.separate()
        encoder.writer.literal("null")
        count += 1
    }

    mutating func encode(_ value: some Encodable) throws {
        encoder.separate()
        try encoder.writer.write(value, path: codingPath)
        count += 1
    }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy keyType: Nested.Type) -> KeyedEncodingContainer<
        Nested
    > {
        preconditionFailure("values of this package encode nested values, never nested containers")
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        preconditionFailure("values of this package encode nested values, never nested containers")
    }

    mutating func superEncoder() -> any Encoder { encoder }
}

private struct JSONValueContainer: SingleValueEncodingContainer {
    let encoder: JSONTextEncoder
    var codingPath: [any CodingKey] { encoder.codingPath }

    mutating func encodeNil() { put { $0.literal("null") } }
    mutating func encode(_ value: Bool) { put { $0.literal(value ? "true" : "false") } }
    mutating func encode(_ value: String) { put { $0.text(value) } }
    mutating func encode(_ value: Double) { put { $0.number(value) } }
    mutating func encode(_ value: Float) { put { $0.number(Double(value)) } }
    mutating func encode(_ value: Int) { integer(value) }
    mutating func encode(_ value: Int8) { integer(value) }
    mutating func encode(_ value: Int16) { integer(value) }
    mutating func encode(_ value: Int32) { integer(value) }
    mutating func encode(_ value: Int64) { integer(value) }
    mutating func encode(_ value: UInt) { integer(value) }
    mutating func encode(_ value: UInt8) { integer(value) }
    mutating func encode(_ value: UInt16) { integer(value) }
    mutating func encode(_ value: UInt32) { integer(value) }
    mutating func encode(_ value: UInt64) { integer(value) }

    mutating func encode(_ value: some Encodable) throws {
        encoder.markWritten()
        try encoder.writer.write(value, path: codingPath)
    }

    private func integer(_ value: some BinaryInteger) {
        put { $0.bytes.append(contentsOf: String(value).utf8) }
    }

    private func put(_ write: (JSONWriter) -> Void) {
        encoder.markWritten()
        write(encoder.writer)
    }
}

/// `firstAt` as `first_at`; an all-capital run (`SHA256`) counts as one word.
private func snakeCase(_ name: String) -> String {
    var result = ""
    var previousIsLower = false
    for character in name {
        if character.isUppercase, previousIsLower { result.append("_") }
        previousIsLower = character.isLowercase || character.isNumber
        result.append(contentsOf: character.lowercased())
    }
    return result
}
