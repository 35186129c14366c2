import Foundation

/// What kind of escape sequence something is, whatever its numbers: `ESC [ ? h`, `ESC (`, `SI`.
public struct EscapeShape: Hashable, CustomStringConvertible, Sendable {
    public let description: String

    public init(description: String) { self.description = description }

    /// The kinds in the bytes of a program or of a terminal's description, each once. Text between them is passed over.
    public static func all(in text: String) -> Set<EscapeShape> {
        var shapes: Set<EscapeShape> = []
        var rest = Array(text.unicodeScalars)[...]
        while let first = rest.popFirst() {
            switch first.value {
            case 0x1B: shapes.insert(escape(&rest))
            case 0x0E: shapes.insert(EscapeShape(description: "SO"))
            case 0x0F: shapes.insert(EscapeShape(description: "SI"))
            default: break
            }
        }
        return shapes
    }

    private static func escape(_ rest: inout ArraySlice<Unicode.Scalar>) -> EscapeShape {
        guard let kind = rest.popFirst() else { return EscapeShape(description: "ESC") }
        switch kind {
        case "[":
            var mark = ""
            if let first = rest.first, "?><!=".unicodeScalars.contains(first) { mark = String(first) }
            while let next = rest.popFirst() {
                if (0x40...0x7E).contains(next.value), next != "%" {
                    return EscapeShape(description: "ESC [ \(mark) \(next)")
                }
            }
            return EscapeShape(description: "ESC [ cut off")
        case "]":
            let number = rest.prefix { ("0"..."9").contains($0) }
            rest = rest.drop { $0.value != 0x07 && $0.value != 0x1B }
            return EscapeShape(description: "ESC ] \(String(String.UnicodeScalarView(number)))")
        case "(", ")", "*", "+":
            _ = rest.popFirst()
            return EscapeShape(description: "ESC \(kind)")
        default: return EscapeShape(description: "ESC \(kind)")
        }
    }
}

/// What a terminal can do, as its description says.
public struct TerminalDescription {
    private let text: String

    public init(_ name: String) throws {
        text = try ProgramRun.of("infocmp", ["-1", "-x", name]).outputText
        guard text.contains("cup=") else { throw Unknown(name: name) }
    }

    public struct Unknown: Error { public let name: String }

    /// The kinds of sequences it knows. What stands between `%` signs is made when the sequence is sent.
    public var shapes: Set<EscapeShape> {
        var bytes = text.replacing("\\E", with: "\u{1B}").replacing("^N", with: "\u{0E}")
        bytes = bytes.replacing("^O", with: "\u{0F}").replacing("\\016", with: "\u{0E}")
        return EscapeShape.all(in: TerminalDescription.withoutParameters(bytes))
    }

    public func has(_ capability: String) -> Bool {
        text.split(separator: "\n").contains { line in
            let name = line.trimmingCharacters(in: .whitespaces)
            return name.hasPrefix(capability + "=") || name.hasPrefix(capability + "#")
                || name == capability + ","
        }
    }

    /// Drops `%p1`, `%d`, `%{32}`, `%'a'`, `%?`, `%t`, `%;` and their like: their letters end no sequence.
    private static func withoutParameters(_ text: String) -> String {
        text.replacing(
            /%('.'|\{[0-9]+\}|p[0-9]|P[a-zA-Z]|g[a-zA-Z]|:?[-+# 0-9.]*[a-zA-Z]|[^'{pPg])/, with: "")
    }
}
