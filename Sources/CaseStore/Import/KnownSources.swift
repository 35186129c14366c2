import Casework

/// The complete sources of a case, as far as an import asks for them.
///
/// An address database is forgotten at once: new addresses of the case may be looked up in it again.
struct KnownSources {
    private(set) var count: Int
    private(set) var sizes: Set<Int> = []
    private(set) var hashes: Set<String> = []

    init(_ handle: Handle) throws {
        count = try handle.number("SELECT source FROM horizon")
        let rows = try handle.rows(
            "SELECT size, sha256 FROM source WHERE state = 'complete' AND evidence_table <> ?",
            [.text(EvidenceTable.geoip.rawValue)]
        ) { ($0.int(0), $0.text(1)) }
        sizes = Set(rows.map(\.0))
        hashes = Set(rows.map(\.1))
    }

    mutating func add(_ facts: FileFacts, sha256: String) {
        count += 1
        guard facts.table != .geoip else { return }
        sizes.insert(facts.size)
        hashes.insert(sha256)
    }
}
