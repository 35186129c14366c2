/// Why a map cannot be used.
public enum MapError: Error, Sendable, Hashable {
    case unreadable(map: String, problem: String)
    case broken(map: String, line: Int, problem: String)
    /// Neither a file nor the name of a map that comes with the program.
    case noSuchMap(String)
    /// Questions that the map leaves to a person.
    case undecided(map: String, [String])
}

extension MapError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unreadable(let map, let problem): "\(map): \(problem)"
        case .broken(let map, let line, let problem): "\(map): line \(line): \(problem)"
        case .noSuchMap(let name):
            "\(name): no such map; give a file, or one of \(ReadyMap.all.map(\.name).joined(separator: ", "))"
        case .undecided(let map, let questions): "\(map): \(questions.joined(separator: "; "))"
        }
    }
}

extension EvidenceMap {
    /// A map by the name of one that comes with the program, or from a file.
    ///
    /// - Throws: `MapError`.
    public static func find(_ nameOrPath: String) throws -> EvidenceMap {
        if let ready = ReadyMap.named(nameOrPath) {
            return try read(Array(ready.text.utf8), name: ready.name)
        }
        return try read(contentsOf: nameOrPath)
    }

    /// - Throws: `MapError`.
    public static func read(contentsOf path: String) throws -> EvidenceMap {
        let bytes: [UInt8]
        do {
            let file = try ReceivedFile(path: path, followsLinks: true)
            bytes = try WholeFile.read(file, limitBytes: Limits.yamlBytes)
        } catch FileFailure.unreadable(let code) where code == 2 {
            throw MapError.noSuchMap(path)
        } catch let failure as FileFailure {
            throw MapError.unreadable(map: path, problem: failure.message)
        }
        return try read(bytes, name: path)
    }

    /// - Parameter name: what messages call it.
    /// - Throws: `MapError`.
    public static func read(_ bytes: [UInt8], name: String) throws -> EvidenceMap {
        do {
            return try MapReading.read(try YAMLText(bytes).root, name: name)
        } catch FileFailure.yaml(let line, let problem) {
            throw MapError.broken(map: name, line: line, problem: problem)
        } catch let failure as FileFailure {
            throw MapError.unreadable(map: name, problem: failure.message)
        }
    }

    /// Itself, if nothing in it is left to a person.
    ///
    /// - Throws: `MapError.undecided`.
    public func decided() throws -> EvidenceMap {
        let questions = openQuestions
        guard questions.isEmpty else { throw MapError.undecided(map: name, questions) }
        return self
    }
}

/// Small files that are taken as a whole.
enum WholeFile {
    /// - Throws: `FileFailure.tooBig`, and what reading throws.
    static func read(_ file: ReceivedFile, limitBytes: Int) throws -> [UInt8] {
        guard file.size <= limitBytes else { throw FileFailure.tooBig(limitBytes: limitBytes) }
        // One byte more than there should be shows a file that grows.
        var bytes = [UInt8](repeating: 0, count: file.size + 1)
        var count = 0
        while count < bytes.count {
            let read = try bytes.withUnsafeMutableBytes { buffer in
                try file.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
            }
            if read == 0 { break }
            count += read
        }
        bytes.removeLast(bytes.count - count)
        return bytes
    }
}
