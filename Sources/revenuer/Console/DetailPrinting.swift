import Casework
import Foundation

/// What `show` prints for people: the same value that `--json` prints, indented, nothing left out but what is empty.
enum DetailPrinting {
    static func lines(_ value: some Encodable) throws -> [String] {
        let object = try JSONSerialization.jsonObject(with: Data(try JSONText.encode(value)))
        return lines(object, depth: 0)
    }

    private static func lines(_ value: Any, depth: Int) -> [String] {
        guard let object = value as? [String: Any] else { return [indent(depth) + scalar(value)] }
        var lines: [String] = []
        for (key, member) in object.sorted(by: { rank($0) < rank($1) }) where !isEmpty(member) {
            switch member {
            case let nested as [String: Any]:
                lines.append("\(indent(depth))\(key)")
                lines += self.lines(nested, depth: depth + 1)
            case let list as [Any]:
                lines += listLines(key, list, depth: depth)
            default:
                lines.append("\(indent(depth))\(key): \(scalar(member))")
            }
        }
        return lines
    }

    private static func listLines(_ key: String, _ list: [Any], depth: Int) -> [String] {
        guard list.contains(where: { $0 is [String: Any] }) else {
            return ["\(indent(depth))\(key): " + list.map(scalar).joined(separator: ", ")]
        }
        return ["\(indent(depth))\(key) (\(list.count))"]
            + list.flatMap { element -> [String] in
                guard let object = element as? [String: Any] else {
                    return [indent(depth + 1) + scalar(element)]
                }
                return ["\(indent(depth + 1))- " + line(object)]
            }
    }

    /// A row of a list on one line.
    private static func line(_ object: [String: Any]) -> String {
        object.sorted(by: { rank($0) < rank($1) }).filter { !isEmpty($0.value) }.map { key, value in
            switch value {
            case let nested as [String: Any]: "\(key) {\(line(nested))}"
            case let list as [Any]: "\(key) [" + list.map(inner).joined(separator: ", ") + "]"
            default: "\(key) \(scalar(value))"
            }
        }.joined(separator: "  ")
    }

    private static func inner(_ value: Any) -> String {
        (value as? [String: Any]).map { "{\(line($0))}" } ?? scalar(value)
    }

    /// What names a thing comes first, plain figures before nested ones, then by name.
    private static func rank(_ entry: (key: String, value: Any)) -> String {
        let first = ["id", "account_id", "kind", "value", "name", "hypothesis", "artifact", "row"]
        let place = first.firstIndex(of: entry.key) ?? first.count
        let nested = entry.value is [String: Any] || entry.value is [Any]
        return "\(place)\(nested ? 1 : 0)\(entry.key)"
    }

    private static func isEmpty(_ value: Any) -> Bool {
        switch value {
        case is NSNull: true
        case let list as [Any]: list.isEmpty
        case let object as [String: Any]: object.isEmpty
        case let text as String: text.isEmpty
        default: false
        }
    }

    private static func scalar(_ value: Any) -> String {
        switch value {
        case let text as String: text
        case let number as NSNumber:
            String(cString: number.objCType) == "c"
                ? (number.boolValue ? "yes" : "no") : figure(number.doubleValue)
        default: ""
        }
    }

    private static func figure(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(format: "%.3f", value)
    }

    private static func indent(_ depth: Int) -> String { String(repeating: "  ", count: depth) }
}
