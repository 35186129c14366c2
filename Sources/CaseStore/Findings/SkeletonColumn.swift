import Casework

/// A template's frame as a JSON column: texts are words, numbers the places of slots.
enum SkeletonColumn {
    static func text(_ skeleton: [TemplateFinding.Part]) -> String {
        var json = JSONBytes()
        json.list(skeleton) { json, part in
            switch part {
            case .words(let words): json.text(words)
            case .slot(let slot): json.number(Int32(clamping: slot))
            }
        }
        return String(decoding: json.bytes, as: UTF8.self)
    }

    static func read(_ text: String) throws -> [TemplateFinding.Part] {
        try JSONColumn.decode(text, as: [Stored].self).map(\.part)
    }

    private struct Stored: Decodable {
        var part: TemplateFinding.Part

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let slot = try? value.decode(Int.self) {
                part = .slot(slot)
            } else {
                part = .words(try value.decode(String.self))
            }
        }
    }
}
