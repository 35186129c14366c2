/// Why a MaxMind database cannot be used.
public enum AddressDatabaseError: Error, Hashable, Sendable {
    case cannotOpen(path: String, reason: String)
    /// The file is damaged; `place` says where it showed.
    case damaged(path: String, place: String, reason: String)
    /// Sound, but of a kind that says nothing of networks that a case can use.
    case unknownType(path: String, type: String)
    case cancelled

    public var message: String {
        switch self {
        case .cannotOpen(let path, let reason): "\(path): cannot be opened as a MaxMind database: \(reason)"
        case .damaged(let path, let place, let reason):
            "\(path): the database is damaged (\(place): \(reason)); get the file anew"
        case .unknownType(let path, let type):
            "\(path): a database of the type \(type) says nothing of AS, country, anonymity or users"
        case .cancelled: "cancelled"
        }
    }
}
