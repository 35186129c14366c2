import Foundation

/// The values of a row by the names that `list … --json` prints, as a filter sees them.
public enum RowFields {
    /// - Parameter fields: those that are wanted; one that the row does not have is left out.
    /// - Complexity: O(the row as JSON).
    public static func values(
        of row: some Encodable, _ fields: [FieldDescription]
    ) throws -> [String: FieldValue] {
        let json = try JSONSerialization.jsonObject(with: Data(JSONText.encode(row)))
        let object = json as? [String: Any] ?? [:]
        var values: [String: FieldValue] = [:]
        for field in fields {
            if let value = object[field.name] { values[field.name] = self.value(value, field.type) }
        }
        return values
    }

    private static func value(_ value: Any, _ type: FieldType) -> FieldValue {
        switch value {
        case let text as String where type == .time: Timestamp(rfc3339: text).map(FieldValue.time) ?? .none
        case let text as String: .text(text)
        case let number as NSNumber where type == .boolean: .boolean(number.boolValue)
        case let number as NSNumber where type == .text: .text(number.stringValue)
        case let number as NSNumber: .number(number.doubleValue)
        case let list as [Any]: .list(list.compactMap { $0 as? String })
        default: .none
        }
    }
}
