extension Filter {
    /// True where some part of it is a bare word.
    public var hasWords: Bool {
        switch self {
        case .everything, .field: false
        case .contains: true
        case .all(let parts), .any(let parts): parts.contains(where: \.hasWords)
        case .not(let part): part.hasWords
        }
    }
}
