/// Names one sample of a case: the file it came in and its number there, from 0.
public struct SampleKey: Hashable, Comparable, Sendable, Codable {
    public var source: Int32
    public var number: Int32

    public init(source: Int32, number: Int32) {
        self.source = source
        self.number = number
    }

    public static func < (left: SampleKey, right: SampleKey) -> Bool {
        (left.source, left.number) < (right.source, right.number)
    }
}

/// A stretch of a text in UTF-8 bytes.
public struct TextSpan: Hashable, Comparable, Sendable, Codable {
    public var offset: Int32
    public var length: Int32

    public init(offset: Int32, length: Int32) {
        self.offset = offset
        self.length = length
    }

    public static func < (left: TextSpan, right: TextSpan) -> Bool {
        (left.offset, left.length) < (right.offset, right.length)
    }
}

/// The frame of a prompt with its slots, found from the texts alone.
public struct TemplateFinding: Sendable, Codable {
    /// A stretch of the frame. Coded as `{"words": …, "slot": null}` or `{"words": null, "slot": …}`.
    public enum Part: Hashable, Sendable, Codable {
        /// Words that all of its prompts have, single spaces between them.
        case words(String)
        /// Place in `slots`.
        case slot(Int)

        private enum CodingKeys: String, CodingKey { case words, slot }

        public init(from decoder: any Decoder) throws {
            let members = try decoder.container(keyedBy: CodingKeys.self)
            if let words = try members.decodeIfPresent(String.self, forKey: .words) {
                self = .words(words)
            } else {
                self = .slot(try members.decode(Int.self, forKey: .slot))
            }
        }

        public func encode(to encoder: any Encoder) throws {
            var members = encoder.container(keyedBy: CodingKeys.self)
            switch self {
            case .words(let words):
                try members.encode(words, forKey: .words)
                try members.encodeNil(forKey: .slot)
            case .slot(let slot):
                try members.encodeNil(forKey: .words)
                try members.encode(slot, forKey: .slot)
            }
        }
    }

    public struct Slot: Hashable, Sendable, Codable {
        public var distinct: Int
        /// The commonest first, ties by bytes; at most 20, each cut to 200 characters.
        public var examples: [Value]
        public var shortestWords: Int
        public var longestWords: Int

        public struct Value: Hashable, Sendable, Codable {
            public var text: String
            public var samples: Int

            public init(text: String, samples: Int) {
                self.text = text
                self.samples = samples
            }
        }

        public init(distinct: Int, examples: [Value], shortestWords: Int, longestWords: Int) {
            self.distinct = distinct
            self.examples = examples
            self.shortestWords = shortestWords
            self.longestWords = longestWords
        }
    }

    public struct Member: Hashable, Sendable, Codable {
        public var sample: SampleKey
        /// Where the slots are in the prompt; as many as `slots`, length 0 for an empty one.
        public var slots: [TextSpan]

        public init(sample: SampleKey, slots: [TextSpan]) {
            self.sample = sample
            self.slots = slots
        }
    }

    /// `T-3fa9c1`: a hash of the skeleton, so the same frame keeps its id.
    public var id: String
    public var skeleton: [Part]
    public var slots: [Slot]
    /// By sample.
    public var members: [Member]

    public init(id: String, skeleton: [Part], slots: [Slot], members: [Member]) {
        self.id = id
        self.skeleton = skeleton
        self.slots = slots
        self.members = members
    }

    /// The frame as one line, slots as `{1}`, `{2}` …
    public var frame: String {
        skeleton.map {
            switch $0 {
            case .words(let words): words
            case .slot(let slot): "{\(slot + 1)}"
            }
        }.joined(separator: " ")
    }
}

/// A YARA rule that was run over the samples.
public struct CapabilityRule: Hashable, Sendable, Codable {
    public var name: String
    /// `shipped`, or the file it came in.
    public var origin: String
    /// Id of the evidence format (`chain_of_thought` …) or another that the rule's author chose; nil for none.
    public var capability: String?
    /// MITRE ATLAS id.
    public var technique: String?
    /// 0…1: how telling a match is.
    public var weight: Double
    public var description: String?

    public init(name: String, origin: String) {
        self.name = name
        self.origin = origin
        weight = 1
    }
}

/// Where one rule matched in one sample.
public struct SampleMatch: Hashable, Sendable, Codable {
    public enum Field: String, Sendable, Codable { case prompt, response }

    public var sample: SampleKey
    /// Place in `Findings.rules`.
    public var rule: Int
    public var field: Field
    /// Ascending, at most 50.
    public var spans: [TextSpan]

    public init(sample: SampleKey, rule: Int, field: Field, spans: [TextSpan]) {
        self.sample = sample
        self.rule = rule
        self.field = field
        self.spans = spans
    }
}
