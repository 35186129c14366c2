import Casework
import Dispatch
import Synchronization

/// The parts of groups that are only read whole, as texts.
enum GroupDetails {
    /// One text a group; made on all cores at once.
    ///
    /// - Throws: `EncodingError`.
    static func texts(_ groups: [GroupFinding], _ hours: GroupHours) throws -> [String] {
        let texts = Mutex([Result<String, any Error>?](repeating: nil, count: groups.count))
        DispatchQueue.concurrentPerform(iterations: groups.count) { group in
            let text = Result { try JSONColumn.encode(GroupParts(groups[group], hours.groups[group])) }
            texts.withLock { $0[group] = text }
        }
        return try texts.withLock { texts in try texts.compactMap { try $0?.get() } }
    }
}
