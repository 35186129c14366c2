import Casework
import Foundation
import Templates
import TestSupport

/// Prose of invented words, frames, and columns for the tests.
struct InventedTexts {
    var random: SeededRandom

    init(seed: UInt64) { random = SeededRandom(seed: seed) }

    /// `count` words from 5,000, the first of them far commoner than the last.
    mutating func prose(_ count: Int) -> String {
        (0..<count).map { _ in word(Int(random.unit() * random.unit() * 5000)) }.joined(separator: " ")
    }

    /// `count` ideographs from 500.
    mutating func ideographs(_ count: Int) -> String {
        String(
            String.UnicodeScalarView(
                (0..<count).compactMap { _ in Unicode.Scalar(0x4E00 + random.below(500)) }))
    }

    private func word(_ rank: Int) -> String {
        let letters = Array("bcdfghklmnprstvz")
        let vowels = Array("aeiou")
        var (rank, word) = (rank, "")
        repeat {
            word += String(letters[rank % 16]) + String(vowels[rank / 16 % 5])
            rank /= 80
        } while rank > 0
        return word
    }
}

extension TextColumn {
    init(_ texts: [String], source: Int32 = 0) {
        self.init()
        for (number, text) in texts.enumerated() {
            append(SampleKey(source: source, number: Int32(number)), text)
        }
    }
}

extension TemplateFinding {
    /// Numbers of the samples.
    var numbers: [Int32] { members.map(\.sample.number) }

    /// What stands in the slots of the sample, cut out of its text.
    func values(_ number: Int, in texts: [String]) -> [String] {
        let bytes = Array(texts[number].utf8)
        guard let member = members.first(where: { $0.sample.number == Int32(number) }) else { return [] }
        return member.slots.map {
            String(decoding: bytes[Int($0.offset)..<Int($0.offset + $0.length)], as: UTF8.self)
        }
    }
}

func mine(_ texts: [String], seed: UInt64 = 1, leastSamples: Int = 3) throws -> [TemplateFinding] {
    try TemplateMiner(seed: seed, leastSamples: leastSamples).mine(TextColumn(texts))
}

/// All that findings say, for comparing them.
func encoded(_ findings: [TemplateFinding]) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return try encoder.encode(findings)
}
