/// How a list and the preview of its row share the screen.
enum Panes: String, Hashable, Sendable, Codable {
    /// Beside each other where there is room, else below each other.
    case both
    case listAlone
    /// The preview over the whole width, below three rows of the list.
    case previewAlone

    var next: Panes {
        switch self {
        case .both: .listAlone
        case .listAlone: .previewAlone
        case .previewAlone: .both
        }
    }
}
