import Casework

/// Writes the members of groups.
struct MemberWriter {
    private let insert: BulkInsert

    init(_ handle: Handle) throws {
        insert = try BulkInsert(
            handle, "member (group_id, account, probability, role, prior_bits, family_bits, against)",
            columns: 7)
    }

    func write(_ members: [MemberFinding], _ id: String) throws {
        var json = JSONBytes()
        for member in members {
            try insert.bind(1, .text(id))
            try insert.bind(2, .integer(Int64(member.account)))
            try insert.bind(3, .real(member.probability))
            try insert.bind(4, .text(member.role.rawValue))
            try insert.bind(5, .real(member.priorBits))
            json.removeAll()
            MemberWriter.write(member.familyBits, to: &json)
            try insert.bind(6, json)
            json.removeAll()
            json.list(member.against) { $0.text($1) }
            try insert.bind(7, json)
            try insert.endRow()
        }
    }

    /// Call it after the last group.
    func finish() throws { try insert.finish() }

    private static func write(_ bits: [EvidenceFamily: Double], to json: inout JSONBytes) {
        let families = EvidenceFamily.allCases.filter { bits[$0]?.isFinite == true }
        json.mark("{")
        for (place, family) in families.enumerated() {
            if place > 0 { json.mark(",") }
            json.text(family.rawValue)
            json.mark(":")
            json.number(bits[family] ?? 0)
        }
        json.mark("}")
    }
}
