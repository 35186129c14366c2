public import Casework

/// A tag, comment or bookmark to be put on things.
public struct NoteOrder: Hashable, Sendable, Codable {
    /// Full names of the things.
    public var subjects: [String]
    public var kind: NoteRow.Kind
    public var text: String

    public init(subjects: [String], kind: NoteRow.Kind, text: String) {
        self.subjects = subjects
        self.kind = kind
        self.text = text
    }
}

/// What became of notes: what was put down, or withdrawn.
public struct NoteDeed: Hashable, Sendable, Codable {
    public var order: NoteOrder
    /// The notes that were put down or withdrawn.
    public var numbers: [Int]
    public var isWithdrawal: Bool

    public init(order: NoteOrder, numbers: [Int], isWithdrawal: Bool) {
        self.order = order
        self.numbers = numbers
        self.isWithdrawal = isWithdrawal
    }
}

/// Who asked for something to be written down.
public enum Origin: Hashable, Sendable {
    case person, undo, redo
}
