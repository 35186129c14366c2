public import Casework

/// Who does something to a case, and the clock that says when. Both end up in the audit log.
public struct Act: Sendable {
    public var actor: String
    public var clock: @Sendable () -> Timestamp

    public init(actor: String, clock: @escaping @Sendable () -> Timestamp) {
        self.actor = actor
        self.clock = clock
    }
}
