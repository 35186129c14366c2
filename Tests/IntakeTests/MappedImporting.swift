import Casework
import Foundation

@testable import Intake

/// Imports one file with a map, both given as text.
func importing(
    _ name: String, _ text: String, map: String, chunkBytes: Int = 1 << 16, batchRows: Int = 1 << 10
) throws -> Imported {
    let folder = try TemporaryFolder()
    let path = try folder.write(name, text)
    let sink = RecordingSink()
    let importer = EvidenceImport(
        sink: sink, earlier: nil, hashSeed: 7,
        sizes: BufferSizes(chunkBytes: chunkBytes, batchRows: batchRows))
    let map = try EvidenceMap.read(Array(map.utf8), name: "test.map.yaml")
    return Imported(sink: sink, summary: try importer.run([path], maps: [map]))
}

/// The problem and line of a map that cannot be read.
func problem(ofMap text: String) -> (line: Int, problem: String)? {
    do {
        _ = try EvidenceMap.read(Array(text.utf8), name: "m")
        return nil
    } catch MapError.broken(_, let line, let problem) {
        return (line, problem)
    } catch {
        return (0, "\(error)")
    }
}

/// What one value of a CSV column becomes by a rule: the value of an attribute, nil for none.
func value(of text: String, rule: String) throws -> String? {
    let quoted = "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    let imported = try importing(
        "x.csv", "a,v\nac-1,\(quoted)\n",
        map: """
            form: csv
            outputs:
            - table: attributes
              fields: {account_id: a, kind: {is: k}, value: \(rule)}
            """)
    return imported.sink.holdings.first?.value.string
}

/// Whether two tables of one file hold the same rows.
extension Imported {
    var values: [String] {
        sink.holdings.map { "\($0.account.string) \($0.kind.rawValue)=\($0.value.string)" }
    }
}
