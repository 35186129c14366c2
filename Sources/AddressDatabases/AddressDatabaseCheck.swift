import CMaxMindDB

extension AddressDatabase {
    /// Walks the whole search tree and reads every record once, so that damage shows before anything is stored.
    ///
    /// Linear in nodes and records; a city database of a hundred megabytes takes a second or two.
    ///
    /// - Throws: `AddressDatabaseError.damaged`, `.unknownType`, `.cancelled`.
    public func check(isCancelled: () -> Bool = { false }) throws(AddressDatabaseError) {
        let nodes = database.pointee.metadata.node_count
        var seen: Set<UInt32> = []
        var isUseful = false
        for number in 0..<nodes {
            if number % 65_536 == 0, isCancelled() { throw .cancelled }
            var node = MMDB_search_node_s()
            let status = MMDB_read_node(database, number, &node)
            guard status == MMDB_SUCCESS else {
                throw .damaged(
                    path: path, place: "node \(number) of the search tree",
                    reason: AddressDatabase.reason(status))
            }
            try check(node.left_record_type, node.left_record_entry, number, &seen, &isUseful)
            try check(node.right_record_type, node.right_record_entry, number, &seen, &isUseful)
        }
        if !isUseful { throw .unknownType(path: path, type: type) }
    }

    private func check(
        _ type: UInt8, _ entry: MMDB_entry_s, _ node: UInt32, _ seen: inout Set<UInt32>,
        _ isUseful: inout Bool
    ) throws(AddressDatabaseError) {
        let place = "node \(node) of the search tree"
        if type == UInt8(MMDB_RECORD_TYPE_INVALID) {
            throw .damaged(path: path, place: place, reason: "points nowhere")
        }
        guard type == UInt8(MMDB_RECORD_TYPE_DATA), seen.insert(entry.offset).inserted else { return }
        var entry = entry
        var list: UnsafeMutablePointer<MMDB_entry_data_list_s>?
        let status = MMDB_get_entry_data_list(&entry, &list)
        MMDB_free_entry_data_list(list)
        guard status == MMDB_SUCCESS else {
            throw .damaged(
                path: path, place: "record at \(entry.offset)", reason: AddressDatabase.reason(status))
        }
        do {
            if try !NetworkFields(&entry).isEmpty { isUseful = true }
        } catch {
            throw .damaged(
                path: path, place: "record at \(entry.offset)", reason: AddressDatabase.reason(error.status))
        }
    }
}
