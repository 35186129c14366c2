import Casework
import Yams

/// What the `map` of a folder's case.yaml says: which files are foreign, and by which map they are read.
///
/// A value is the name of a map that comes with the program, a YAML file of the same folder, or a map itself.
struct FolderMaps {
    private var entries: [(pattern: String, map: Result<EvidenceMap, FileFailure>)] = []
    /// Files of the folder that hold maps.
    private(set) var mapFiles: Set<ExactText> = []

    /// Nothing where there is no case.yaml, or none that can be read: that file itself says why.
    init(folder: String) {
        guard let file = try? ReceivedFile(path: folder + "/case.yaml", followsLinks: false),
            let bytes = try? WholeFile.read(file, limitBytes: Limits.yamlBytes),
            let root = try? YAMLText(bytes).root
        else { return }
        var reading = YAMLReading(root)
        guard let node = reading.node("map"), let mapping = node.mapping else { return }
        for (key, value) in mapping {
            guard let pattern = key.scalar?.string else { continue }
            entries.append((pattern, take(value, named: pattern, folder)))
        }
    }

    private mutating func take(_ value: Node, named name: String, _ folder: String) -> Result<
        EvidenceMap, FileFailure
    > {
        do {
            if let mapping = value.mapping {
                return .success(try MapReading.read(mapping, name: "case.yaml, \(name)").decided())
            }
            let word = value.scalar?.string ?? ""
            if ReadyMap.named(word) != nil { return .success(try EvidenceMap.find(word).decided()) }
            guard FolderMaps.isPlainName(word) else {
                throw FileFailure.noMap(
                    "case.yaml, line \(value.line): a map is a file of the same folder, or one of \(ReadyMap.names)"
                )
            }
            mapFiles.insert(ExactText(word))
            let file = try ReceivedFile(path: folder + "/" + word, followsLinks: false)
            let bytes = try WholeFile.read(file, limitBytes: Limits.yamlBytes)
            return .success(try EvidenceMap.read(bytes, name: word).decided())
        } catch let failure as FileFailure {
            if case .unreadable = failure {
                return .failure(
                    .noMap("its map \(SafeOutput.brief(value.scalar?.string ?? "")) \(failure.message)"))
            }
            if case .yaml(let line, let problem) = failure {
                return .failure(.map("in case.yaml", line: line, problem))
            }
            return .failure(failure)
        } catch {
            return .failure(.noMap("its map cannot be used: \(error)"))
        }
    }

    /// The first entry whose pattern the name fits.
    func find(_ name: String) -> Result<EvidenceMap, FileFailure>? {
        entries.first { NameGlob.matches(name, pattern: $0.pattern) }?.map
    }

    /// A name that leads out of the folder would let evidence choose what is read.
    private static func isPlainName(_ name: String) -> Bool {
        !name.isEmpty && !name.utf8.contains(UInt8(ascii: "/")) && !name.hasPrefix(".")
            && !name.utf8.contains(0)
    }
}
